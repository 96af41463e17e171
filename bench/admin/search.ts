import type { OrdersWanted } from "#db/queries/listed-orders.ts";
import { listOrders } from "#lib/use-cases/orders/list-orders.ts";
import type { BenchShop } from "./shop.ts";
import { timed } from "./timed.ts";

const ALL: OrdersWanted = { status: null, carrier: null, needs: null, placedFrom: null, placedBefore: null };
const ROUNDS = 25;
/** What people type: whole, the beginning, the end; what few orders have, what many, what none. */
const TEXTS = (n: number, trackingNumber: string): readonly string[] => [
  `#${100_000 + n}`,
  String(100_000 + n).slice(0, 4),
  String(100_000 + n).slice(-4),
  `p${n}@example.com`,
  `p${String(n).slice(0, 2)}`,
  "anna",
  "müller",
  "rosa clarke",
  "qui thomp",
  trackingNumber,
  trackingNumber.slice(-6),
  "jacket",
  "striped wool scarf",
  `SKU-${String(n % 5_000).padStart(5, "0")}`,
  "nobody at all",
];

/** A search of all orders twice, then among some of them. */
const AMONG: readonly OrdersWanted[] = [ALL, ALL, { ...ALL, needs: "late" }, ALL, ALL, { ...ALL, carrier: "dhl" }];

/** How long each search at the desk takes, in milliseconds, with what its list shows of each order. */
export function measureSearch(shop: BenchShop): Promise<readonly number[]> {
  const { db, merchantId, orders } = shop;
  const texts = Array.from({ length: ROUNDS }, (_, round) => {
    const n = 1 + Math.floor((orders - 1) * ((round * 0.618_034) % 1));
    return TEXTS(n, `1Z${String(((100_000 + n) * 7_919) % 10_000_000_000).padStart(10, "0")}`);
  }).flat();
  const asked = texts.map((text, nth) => ({ text, wanted: AMONG[Math.floor(nth / 15) % AMONG.length] ?? ALL }));
  return timed(asked, (one) => listOrders({ db }, { merchantId, ...one, before: null, sort: "newest", limit: 50 }));
}
