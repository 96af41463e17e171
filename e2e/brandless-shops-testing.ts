import { demoProducts } from "#lib/demo/products/demo-products.ts";
import type { DemoShops } from "./demo-shops.ts";
import { letIn } from "./open-desk-testing.ts";
import { openTrialShop, type TrialDeps } from "./trial-shop-testing.ts";

type Brandless = NonNullable<DemoShops["desk"]>["brandless"];

const ADDRESS = {
  ...{ name: "Robin Marsh", street: "1 High Street", city: "Leeds", postcode: "LS1 1AA" },
  ...{ region: null, country: "GB", phone: null },
};

/** A shop for each kind of window, as it is on its first day: an order, two people at the desk, and no brand yet. */
export async function openBrandlessShops(deps: TrialDeps): Promise<Brandless> {
  const open = async (project: string) => {
    const slug = `brandless-${project}`;
    const [thing, ...others] = [...demoProducts("maison-alder").values()].slice(0, 5);
    if (thing === undefined) throw new Error("The demo sells nothing");
    const today = deps.now.toZonedDateTimeISO("Europe/London").toPlainDate();
    const [path = ""] = await openTrialShop(deps, {
      ...{ slug, name: "Corner Books", locale: "en", brand: null },
      products: [thing, ...others],
      orders: [
        {
          number: "#1",
          placedAt: deps.now.subtract({ hours: 20 }).toString(),
          shipTo: ADDRESS,
          lines: [{ sku: thing.sku, title: thing.title, quantity: 1 }],
          promise: { fromDay: today.add({ days: 2 }).toString(), toDay: today.add({ days: 3 }).toString() },
          parcels: [],
        },
      ],
    });
    await letIn(deps, [
      [`painter-${project}`, slug, "owner"],
      [`second-${project}`, slug, "editor"],
    ]);
    return [project, { slug, path }] as const;
  };
  return Object.fromEntries([await open("phone"), await open("desktop")]);
}
