import type { Db } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import { findOrders } from "#lib/use-cases/orders/find-orders.ts";
import { listOrders } from "#lib/use-cases/orders/list-orders.ts";
import { askedParcels } from "./asked-parcels.ts";
import { findDeskOrder, rawWordsOfOrder } from "./desk-order.ts";
import { ordersByTime } from "./links.ts";
import { carriersInUse } from "./order-marks.ts";

const ALL = { status: null, carrier: null, needs: null, placedFrom: null, placedBefore: null };
const WANTED = [
  {},
  { status: "pending" },
  { status: "lost" },
  { carrier: "ups", status: "pending" },
  { needs: "unsent" },
  { needs: "late" },
  { needs: "waiting" },
  { needs: "calm" },
] as const;

const SORTS = ["newest", "oldest"] as const;

/** For the test of indexes: everything that the rooms of the desk read. */
export async function readDesk(db: Db, merchantId: MerchantId): Promise<void> {
  for (const text of ["4711", "anna7", "anna7 name4", "1z47", "product 12", "nobody at all"])
    for (const sort of SORTS) await findOrders({ db }, { merchantId, text, sort, limit: 20 });
  const before = { placedAt: "2026-11-21T12:00:00Z", id: newId() };
  for (const wanted of WANTED)
    for (const sort of SORTS)
      for (const place of [null, before])
        await listOrders(
          { db },
          { merchantId, text: "", wanted: { ...ALL, ...wanted }, before: place, sort, limit: 50 },
        );
  await withTenant(db, merchantId, async (tx) => {
    await carriersInUse(tx, { merchantId });
    const [order] = await ordersByTime(tx, { merchantId, after: null, limit: 1 });
    const one = { merchantId, orderId: order?.id ?? "" };
    await findDeskOrder(tx, one);
    await rawWordsOfOrder(tx, one);
    await askedParcels(tx, one);
  });
}
