import type { Db } from "#db/client.ts";
import { findProductPage } from "#db/queries/offers.ts";
import { safeUrl } from "#lib/brand/brand-schema.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";

/**
 * The shop's own page of a product, as the shop told it: a web address, and nothing that came with the request. Null for a
 * product of another shop and one without a page. Throws `not_found` for a link that leads nowhere.
 */
export async function productPageOf(
  { db }: { readonly db: Db },
  { token, productId }: { readonly token: string; readonly productId: ProductId },
): Promise<string | null> {
  const url = await withLinkedOrder(db, token, (tx, { merchantId }) => findProductPage(tx, { merchantId, productId }));
  return safeUrl(url);
}
