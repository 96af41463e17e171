import type { Db } from "#db/client.ts";
import { ordersForDesk } from "#db/queries/desk-causes.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { noteDesk } from "./note-desk.ts";
import { noteReviews } from "./note-reviews.ts";

const PAGE = 2_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Compares a shop's queue with its causes: what changed where nobody thought of the queue (an import, an upgrade, an order that
 * was cancelled) is in it within the hour. Reads only what is open. Returns how many orders were looked at.
 */
export async function reconcileDesk(
  { db, stopping }: { readonly db: Db; readonly stopping: AbortSignal },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<number> {
  await withTenant(db, merchantId, (tx) => noteReviews(tx, { merchantId }));
  let count = 0;
  let after: OrderId = FIRST;
  while (!stopping.aborted) {
    const page = { merchantId, after, limit: PAGE };
    const orderIds = await withTenant(db, merchantId, async (tx) => {
      const ids = await ordersForDesk(tx, page);
      await noteDesk(tx, { merchantId, orderIds: ids });
      return ids;
    });
    count += orderIds.length;
    const last = orderIds.at(-1);
    if (last === undefined || orderIds.length < PAGE) break;
    after = last;
  }
  return count;
}
