import { demoBrands } from "#lib/demo/brands.ts";
import { type DemoSlug, demoMerchants, demoSlugs } from "#lib/demo/merchants.ts";
import { demoProducts } from "#lib/demo/products/demo-products.ts";
import { stageOrders } from "./stage-orders-testing.ts";
import { openTrialShop, type TrialDeps } from "./trial-shop-testing.ts";

/** The page of an order in one state, in the look of one of the demo's shops. */
export type Stage = {
  readonly slug: DemoSlug;
  readonly state: string;
  readonly isTrouble: boolean;
  readonly path: string;
};

/** A shop in each of the demo's looks, with the same order in every state. Nothing moves there. */
export async function openStageShops(deps: TrialDeps): Promise<readonly Stage[]> {
  const stages = await Promise.all(demoSlugs.map((slug) => openStage(deps, slug)));
  return stages.flat();
}

async function openStage(deps: TrialDeps, slug: DemoSlug): Promise<readonly Stage[]> {
  const { name, locale } = demoMerchants[slug];
  const products = [...demoProducts(slug).values()];
  const guided = products.filter(({ guideLinks }) => guideLinks.setup ?? guideLinks.care ?? guideLinks.film);
  const things = [...guided, ...products].slice(0, 2);
  const orders = stageOrders(deps.now, things);
  const paths = await openTrialShop(deps, {
    slug: `stage-${slug}`,
    name,
    locale,
    // Its picture tile is looked at with the demo's own shop.
    brand: { ...demoBrands[slug], hero: null },
    products: things,
    orders: orders.map(({ order }) => order),
  });
  return orders.map(({ state, isTrouble }, at) => ({ slug, state, isTrouble, path: paths[at] ?? "" }));
}
