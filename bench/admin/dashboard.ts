import type { Db } from "#db/client.ts";
import { rebuildNumbers } from "#lib/use-cases/numbers/count-numbers.ts";
import { shopNumbers } from "#lib/use-cases/numbers/shop-numbers.ts";
import { type FilledShop, fillNumbers } from "./fill-numbers.ts";

const LOOKS = 20;

/** `dashboardMs`: the slowest of twenty looks at 90 days of the desk's numbers, under the application's role. */
export async function measureDashboard(
  shop: FilledShop & { readonly db: Db },
): Promise<{ readonly dashboardMs: number }> {
  const { db, merchantId } = shop;
  console.error("Filling the shop with what becomes of its orders ...");
  await fillNumbers(shop);
  const began = performance.now();
  const { days } = await rebuildNumbers({ db }, { merchantId });
  console.error(`Counted ${days} days anew in ${Math.round((performance.now() - began) / 1000)} s`);
  const looks: number[] = [];
  for (let nth = 0; nth < LOOKS; nth += 1) {
    const start = performance.now();
    await shopNumbers({ db }, { merchantId, asked: { days: "90", from: null, to: null } });
    looks.push(performance.now() - start);
  }
  return { dashboardMs: Math.round(Math.max(...looks)) };
}
