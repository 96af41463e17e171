import fc from "fast-check";
import { expect, test } from "vitest";
import type { GateInput, ProductFacts } from "./facts.ts";
import { anyInput, merchantRules, productFacts, shopperFacts } from "./gate-testing.ts";
import { gatedRow } from "./gated-row.ts";

/** The rules in the product's own words, said a second time and without the gate's code. */
function brokenRules(product: ProductFacts, { shopper, order, rules }: GateInput): readonly string[] {
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
    "never pair": rules.never.some(({ from, to }) => to === product.id && all.some(({ id }) => id === from)),
    subscribed: shopper.subscribed.has(product.id),
    owned: !product.replenishable && has(all),
    "just bought": product.replenishable && (has(order.products) || last < 5),
    "same category":
      !product.replenishable && !(pinned && delivered !== null) && ofAKind([...order.products, ...recent]),
  };
  return Object.keys(broken).filter((rule) => broken[rule]);
}

test("whatever the history, nothing gated is ever shown", () => {
  let shown = 0;
  fc.assert(
    fc.property(anyInput, (input) => {
      const row = gatedRow(input);
      shown += row.shown.length;
      for (const { product } of row.shown) expect(brokenRules(product, input)).toEqual([]);
    }),
    { numRuns: 700 },
  );
  // A gate that shows nothing would keep every rule.
  expect(shown).toBeGreaterThan(40);
});

test("every candidate is either shown or withheld with a reason, once; a row has at most four, no two of a category", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { shown, withheld, reason } = gatedRow(input);
      const told = [...shown, ...withheld.map(({ candidate }) => candidate)].map(({ product }) => product.id);
      expect(told.toSorted()).toEqual([...new Set(input.candidates.map(({ product }) => product.id))].sort());
      expect(shown.length).toBeLessThanOrEqual(reason === null ? 4 : 0);
      const categories = shown.map(({ product }) => product.category).filter((category) => category !== null);
      expect(new Set(categories).size).toBe(categories.length);
    }),
  );
});

test("a product that nothing speaks against is shown when it comes first and the row is not withheld", () => {
  const fair = productFacts("fair", { title: "marble", category: "marbles" });
  fc.assert(
    fc.property(anyInput, (input) => {
      const candidates = [{ product: fair, because: { kind: "popular" as const } }, ...input.candidates];
      const row = gatedRow({ ...input, candidates, rules: { ...input.rules, pinned: [] } });
      expect(row.shown[0]?.product.id).toBe(row.reason === null ? "fair" : undefined);
    }),
  );
});

const jacket = productFacts("jacket", { category: "jackets" });
const betterJacket = productFacts("better jacket", { category: "jackets" });
const hat = productFacts("hat", { category: "hats" });
const tea = productFacts("tea", { category: "tea", replenishable: true, usualGapDays: 30 });

function rowFor(changes: Partial<GateInput>, products: readonly ProductFacts[]) {
  const row = gatedRow({
    candidates: products.map((product) => ({ product, because: { kind: "popular" } })),
    shopper: shopperFacts(),
    order: { products: [jacket], deliveredDaysAgo: 3 },
    rules: merchantRules(),
    ...changes,
  });
  return {
    reason: row.reason,
    shown: row.shown.map(({ product }) => product.id),
    withheld: Object.fromEntries(row.withheld.map(({ candidate, reason }) => [candidate.product.id, reason])),
  };
}

test("after a jacket: a hat, not another jacket, unless the merchant pinned the better one and the first has arrived", () => {
  expect(rowFor({}, [betterJacket, hat])).toEqual({
    reason: null,
    shown: ["hat"],
    withheld: { "better jacket": "same_category" },
  });
  const pinned = merchantRules({
    timing: { kind: "unless_problem" },
    pinned: [{ from: "jacket", to: "better jacket" }],
  });
  expect(rowFor({ rules: pinned }, [hat, betterJacket]).shown).toEqual(["better jacket", "hat"]);
  const undelivered = { rules: pinned, order: { products: [jacket], deliveredDaysAgo: null } };
  expect(rowFor(undelivered, [hat, betterJacket]).withheld).toEqual({ "better jacket": "same_category" });
});

test("Naomi, who left a bad review, is offered nothing, and of that kind nothing for good", () => {
  const review = { product: hat, rating: 1 };
  const recent = rowFor({ shopper: shopperFacts({ reviews: [{ ...review, daysAgo: 9 }] }) }, [hat, tea]);
  expect(recent).toEqual({ reason: "bad_review", shown: [], withheld: { hat: "rated_badly", tea: "bad_review" } });
  const later = rowFor({ shopper: shopperFacts({ reviews: [{ ...review, daysAgo: 200 }] }) }, [hat, tea]);
  expect(later).toEqual({ reason: null, shown: ["tea"], withheld: { hat: "rated_badly" } });
});

test("Marshall is never offered what he subscribes to, however due it is", () => {
  const shopper = shopperFacts({ subscribed: new Set(["tea"]), purchases: [{ product: tea, daysAgo: 40 }] });
  expect(rowFor({ shopper }, [tea]).withheld).toEqual({ tea: "subscribed" });
});

test("what is used up comes back when the shopper's own rhythm says so, not before", () => {
  const bought = (...days: number[]) => shopperFacts({ purchases: days.map((daysAgo) => ({ product: tea, daysAgo })) });
  expect(rowFor({ shopper: bought(10) }, [tea]).withheld).toEqual({ tea: "not_due" });
  expect(rowFor({ shopper: bought(30) }, [tea]).shown).toEqual(["tea"]);
  const weekly = bought(12, 19, 26, 33, 40, 47, 54);
  expect(rowFor({ shopper: weekly }, [tea]).shown).toEqual(["tea"]);
});
