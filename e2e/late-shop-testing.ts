import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { demoBrands } from "#lib/demo/brands.ts";
import { demoMerchants } from "#lib/demo/merchants.ts";
import { demoProducts } from "#lib/demo/products/demo-products.ts";
import { keepTrouble } from "./keep-trouble-testing.ts";
import { lateOrders } from "./late-orders-testing.ts";
import { openTrialShop, type TrialDeps } from "./trial-shop-testing.ts";

/** The page of an order at one moment of something that goes wrong. */
export type LateMoment = { readonly moment: string; readonly path: string };

/** Shops in the looks of two of the demo's, one for each kind of window and one for its desk, in which everything goes wrong. */
export async function openLateShops(
  deps: TrialDeps,
): Promise<{ readonly phone: LateMoment[]; readonly desktop: LateMoment[]; readonly desk: LateMoment[] }> {
  return {
    phone: await openLateShop(deps, "alishan-tea", "late"),
    desktop: await openLateShop(deps, "maison-alder", "late"),
    desk: await openLateShop(deps, "maison-alder", "busy"),
  };
}

async function openLateShop(
  deps: TrialDeps,
  look: "alishan-tea" | "maison-alder",
  kind: "late" | "busy",
): Promise<LateMoment[]> {
  const things = [...demoProducts(look).values()].slice(0, 2);
  const orders = lateOrders(deps.now, things);
  const slug = `${kind}-${look}`;
  const { name, locale } = demoMerchants[look];
  const paths = await openTrialShop(deps, {
    ...{ slug, name, locale },
    brand: { ...demoBrands[look], hero: null },
    products: things,
    orders: orders.map(({ order }) => order),
  });
  const merchantId = await merchantIdBySlug(deps.db, slug);
  if (merchantId === null) throw new Error(`There is no shop ${slug}`);
  for (const { order, kept } of orders) await keepTrouble(deps.db, { merchantId, number: order.number }, kept);
  return orders.map(({ moment }, at) => ({ moment, path: paths[at] ?? "" }));
}
