import type { Db } from "#db/client.ts";
import { noteDelaysViewed } from "#db/queries/note-delays-viewed.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";

/** Notes that the shopper has looked at the order's open delays, once and for good. Throws `not_found` as the page does. */
export async function noteDelayLook(deps: { readonly db: Db }, { token }: { readonly token: string }): Promise<void> {
  await withLinkedOrder(deps.db, token, (tx, order) => noteDelaysViewed(tx, order));
}
