import type { Temporal } from "temporal-polyfill";
import type { Draft, ProductDraft } from "#lib/orders/drafts.ts";
import { type DemoSlug, demoMerchants } from "./merchants.ts";
import { personas } from "./personas.ts";
import { demoProducts } from "./products/demo-products.ts";
import { alishanTeaOrders } from "./stories/alishan-tea-orders.ts";
import { alishanTeaOthers } from "./stories/alishan-tea-others.ts";
import { maisonAlderOrders } from "./stories/maison-alder-orders.ts";
import { maisonAlderOthers } from "./stories/maison-alder-others.ts";
import { type OrderStory, orderDraft, shipmentDrafts } from "./stories/order-story.ts";
import { voltgartenOrders } from "./stories/voltgarten-orders.ts";
import { voltgartenOthers } from "./stories/voltgarten-others.ts";
import { type When, whenFrom } from "./stories/when.ts";

type Stories = { readonly orders: readonly OrderStory[]; readonly others: (when: When) => readonly Draft[] };

const stories: Readonly<Record<DemoSlug, Stories>> = {
  "maison-alder": { orders: maisonAlderOrders, others: maisonAlderOthers },
  voltgarten: { orders: voltgartenOrders, others: voltgartenOthers },
  "alishan-tea": { orders: alishanTeaOrders, others: alishanTeaOthers },
};

export type DemoDrafts = {
  readonly products: readonly ProductDraft[];
  /** Orders, then parcels, then what refers to either. */
  readonly history: readonly Draft[];
};

/** Every order of a demo shop, the personas' among them. */
export function demoStories(slug: DemoSlug): readonly OrderStory[] {
  return [...stories[slug].orders, ...regularsOf(slug).flatMap((persona) => persona.orders)];
}

/** All that one demo shop holds, dated around `today` (the day in the shop's zone). The same day gives the same drafts. */
export function demoDrafts(slug: DemoSlug, today: Temporal.PlainDate): DemoDrafts {
  const merchant = demoMerchants[slug];
  const products = demoProducts(slug);
  const shop = { merchant, products, when: whenFrom(today, merchant.zone) };
  const orders = demoStories(slug);
  return {
    products: [...products.values()],
    history: [
      ...orders.map((story) => orderDraft(shop, story)),
      ...orders.flatMap((story) => shipmentDrafts(shop.when, story)),
      ...stories[slug].others(shop.when),
      ...regularsOf(slug).flatMap((persona) => persona.others(shop.when)),
    ],
  };
}

/** The number of an order that a shop has as soon as its demo history is written. */
export function landmarkOrder(slug: DemoSlug): string {
  return stories[slug].orders[0]?.number ?? "";
}

function regularsOf(slug: DemoSlug) {
  return Object.values(personas).filter((persona) => persona.slug === slug);
}
