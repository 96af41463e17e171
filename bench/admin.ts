import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import { measureDashboard } from "./admin/dashboard.ts";
import { measureLists } from "./admin/list.ts";
import { measureQueue } from "./admin/queue.ts";
import { measureSearch } from "./admin/search.ts";
import { largeShop } from "./admin/shop.ts";
import { percentile } from "./push/percentile.ts";

export const about =
  "the merchants' desk at a million orders: search, lists, queue and numbers, as the application's role";

/** So many orders; fewer by PORCHLIGHT_BENCH_ORDERS, for whoever works on it. */
const ORDERS = Number(process.env.PORCHLIGHT_BENCH_ORDERS ?? 1_000_000);

/** `...P95Ms`: 95 of 100 searches, or pages of lists, are answered within so many milliseconds, the first of each kind included. */
export async function bench(): Promise<Readonly<Record<string, number>>> {
  const cluster = await startTestCluster();
  try {
    const database = await createTestDatabase(cluster.ownerUrl);
    const shop = await largeShop(database, ORDERS);
    const [searches, lists] = [await measureSearch(shop), await measureLists(shop)];
    tell("searches", searches);
    tell("lists", lists);
    const queue = await measureQueue(shop);
    tell("pages of the queue", queue);
    const { dashboardMs } = await measureDashboard(shop);
    await database.drop();
    return {
      orders: ORDERS,
      searchP95Ms: tenths(percentile(searches, 0.95)),
      listP95Ms: tenths(percentile(lists, 0.95)),
      queueP95Ms: tenths(percentile(queue, 0.95)),
      dashboardMs: tenths(dashboardMs),
    };
  } finally {
    await cluster.stop();
  }
}

function tell(what: string, times: readonly number[]): void {
  const shares = [0.5, 0.95, 1].map((share) => `${tenths(percentile(times, share))} ms`);
  console.error(
    `${times.length} ${what}: half within ${shares[0]}, 95 of 100 within ${shares[1]}, all within ${shares[2]}`,
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
