import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenRules } from "./broken-rules-testing.ts";
import type { GateInput, ProductFacts } from "./facts.ts";
import { anyInput, merchantRules, productFacts, shopperFacts } from "./gate-testing.ts";
import { gatedRow } from "./gated-row.ts";

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

test("a bowl that was bought years ago is no reason for another bowl", () => {
  const bowl = productFacts("bowl", { title: "Blue bowl", category: null });
  const another = productFacts("another", { title: "Red spot bowl", category: null });
  const spoon = productFacts("spoon", { title: "Wooden spoon", category: null });
  const shopper = shopperFacts({ purchases: [{ product: bowl, daysAgo: 400 }] });
  const because = { kind: "bought", product: "bowl" } as const;
  const candidates = [another, spoon].map((product) => ({ product, because }));
  const row = rowFor({ shopper, candidates }, []);
  expect(row).toMatchObject({ shown: ["spoon"], withheld: { another: "same_category" } });
  const popular = [{ product: another, because: { kind: "popular" } as const }];
  expect(rowFor({ shopper, candidates: popular }, []).shown).toEqual(["another"]);
});

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
