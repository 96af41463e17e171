import type { Db } from "#db/client.ts";
import { shipmentsOfOrder } from "#db/queries/shipment-numbers.ts";
import type { News } from "#db/queries/tracking-news.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";

/**
 * The parcels of the order that a link leads to, at one merchant's own domain (`at`) of that merchant only. Throws AppError
 * `not_found` for a link that leads nowhere.
 */
export function parcelsOfLink(
  { db }: { readonly db: Db },
  { token, at }: { readonly token: string; readonly at: MerchantId | null },
): Promise<News> {
  return withLinkedOrder(db, token, async (tx, { merchantId, orderId }) => {
    if (at !== null && at !== merchantId) throw new AppError("not_found", "This link does not lead to an order.");
    return { merchantId, shipmentIds: await shipmentsOfOrder(tx, { merchantId, orderId }) };
  });
}
