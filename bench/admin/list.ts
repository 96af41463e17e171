import type { OrdersWanted } from "#db/queries/listed-orders.ts";
import { listOrders } from "#lib/use-cases/orders/list-orders.ts";
import type { BenchShop } from "./shop.ts";
import { timed } from "./timed.ts";

const ALL: OrdersWanted = { status: null, carrier: null, needs: null, placedFrom: null, placedBefore: null };
/** Common and rare, one and several. */
const WANTED: readonly Partial<OrdersWanted>[] = [
  {},
  { status: "delivered" },
  { status: "in_transit" },
  { status: "lost" },
  { status: "attempt_failed" },
  { carrier: "dhl" },
  { carrier: "dhl", status: "delivered" },
  { carrier: "ups", status: "returned" },
  { needs: "late" },
  { needs: "at_risk" },
  { needs: "waiting" },
  { needs: "unsent" },
  { needs: "calm" },
  { needs: "late", carrier: "royal-mail" },
];
const PAGES = 12;

/** How long each page of the desk's lists takes, in milliseconds: the first, and ones deep within. */
export function measureLists({ db, merchantId }: BenchShop): Promise<readonly number[]> {
  const asked = WANTED.flatMap((wanted) => Array.from({ length: PAGES }, (_, page) => ({ wanted, page })));
  return timed(asked, ({ wanted, page }) => {
    const deep = new Date(Date.now() - page * 90 * 86_400_000).toISOString();
    const before = page === 0 ? null : { placedAt: deep, id: "ffffffff-ffff-7fff-8fff-ffffffffffff" };
    return listOrders(
      { db },
      { merchantId, text: "", wanted: { ...ALL, ...wanted }, before, sort: "newest", limit: 50 },
    );
  });
}
