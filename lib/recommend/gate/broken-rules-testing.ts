import type { GateInput, ProductFacts } from "./facts.ts";

/** The rules in the product's own words, said a second time and without the gate's code. */
export function brokenRules(product: ProductFacts, { shopper, order, rules }: GateInput): readonly string[] {
  const all = [...order.products, ...shopper.purchases.map((purchase) => purchase.product)];
  const has = (list: readonly ProductFacts[]) => list.some(({ id }) => id === product.id);
  const ofAKind = (list: readonly ProductFacts[]) =>
    list.some(({ id, category }) => id === product.id || (category !== null && category === product.category));
  const bad = shopper.reviews.filter(({ rating }) => rating < 3);
  const pinned = rules.pinned.some(({ from, to }) => to === product.id && order.products.some(({ id }) => id === from));
  const delivered = order.deliveredDaysAgo;
  const { timing } = rules;
  const last = Math.min(
    ...shopper.purchases.filter((one) => one.product.id === product.id).map(({ daysAgo }) => daysAgo),
  );
  const recent = shopper.purchases.filter(({ daysAgo }) => daysAgo <= 90).map((purchase) => purchase.product);
  const broken: Readonly<Record<string, boolean>> = {
    off: timing.kind === "off",
    "no consent": !shopper.consents,
    "hold-out": shopper.heldOut,
    "open problem": shopper.openProblem,
    "recent bad review": bad.some(({ daysAgo }) => daysAgo <= 90),
    "not delivered": timing.kind === "after_delivery" && (delivered === null || delivered < timing.days),
    "bad review of it or its kind": ofAKind(bad.map((review) => review.product)),
    "returned or its kind": ofAKind(shopper.returned),
    "most returned": product.mostReturned,
    "poorly rated": (product.rating?.count ?? 0) >= 3 && (product.rating?.mean ?? 5) < 3,
    "out of stock": product.stock === 0,
    hidden: product.hidden,
    "a fee": product.title.includes("postage"),
    "never pair": rules.never.some(({ from, to }) => to === product.id && all.some(({ id }) => id === from)),
    subscribed: shopper.subscribed.has(product.id),
    owned: !product.replenishable && has(all),
    "just bought": product.replenishable && (has(order.products) || last < 5),
    "same category":
      !product.replenishable && !(pinned && delivered !== null) && ofAKind([...order.products, ...recent]),
  };
  return Object.keys(broken).filter((rule) => broken[rule]);
}
