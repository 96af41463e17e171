import fc from "fast-check";
import type { Because, GateInput, MerchantRules, ProductFacts, ShopperFacts } from "./facts.ts";

/** A product with nothing against it. */
export function productFacts(id: string, changes: Partial<ProductFacts> = {}): ProductFacts {
  return {
    id,
    title: id,
    category: id,
    stock: null,
    replenishable: false,
    hidden: false,
    mostReturned: false,
    rating: null,
    usualGapDays: null,
    ...changes,
  };
}

/** A shopper whom everything may be shown. */
export function shopperFacts(changes: Partial<ShopperFacts> = {}): ShopperFacts {
  return {
    consents: true,
    heldOut: false,
    openProblem: false,
    purchases: [],
    returned: [],
    subscribed: new Set(),
    reviews: [],
    ...changes,
  };
}

/** The default rules of a shop. */
export function merchantRules(changes: Partial<MerchantRules> = {}): MerchantRules {
  return { timing: { kind: "after_delivery", days: 0 }, pinned: [], never: [], ...changes };
}

const CATEGORIES = ["hats", "gloves", "tea", null];
const ids = Array.from({ length: 8 }, (_, at) => `p${at}`);
const titles = [
  "wool hat",
  "red wool hat",
  "leather gloves",
  "green tea",
  "lantern",
  "paper chain kit",
  "next day postage",
];

const shelf = fc.tuple(
  ...ids.map((id) =>
    fc.record<ProductFacts>({
      id: fc.constant(id),
      title: fc.constantFrom(...titles),
      category: fc.constantFrom(...CATEGORIES),
      stock: fc.constantFrom(null, 0, 3, 9),
      replenishable: fc.boolean(),
      hidden: mostly(false),
      mostReturned: mostly(false),
      rating: fc.option(
        fc.record({ mean: fc.double({ min: 1, max: 5, noNaN: true }), count: fc.integer({ min: 1, max: 9 }) }),
      ),
      usualGapDays: fc.constantFrom(null, 7, 30, 90),
    }),
  ),
);

/** Any history, any order, any rules, any list of candidates, with repeats and nonsense. */
export const anyInput: fc.Arbitrary<GateInput> = shelf.chain((products) => {
  const product = fc.constantFrom(...products);
  const daysAgo = fc.integer({ min: 0, max: 400 });
  const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
  const pair = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) });
  return fc.record<GateInput>({
    candidates: fc.array(
      fc.record({
        product,
        because: fc.constantFrom<Because>(
          { kind: "popular" },
          { kind: "pinned", product: "p0" },
          { kind: "bought", product: "p1" },
        ),
      }),
      { maxLength: 10 },
    ),
    shopper: fc.record<ShopperFacts>({
      consents: mostly(true),
      heldOut: mostly(false),
      openProblem: mostly(false),
      purchases: some(fc.record({ product, daysAgo })),
      returned: fc.array(product, { maxLength: 1 }),
      subscribed: some(fc.constantFrom(...ids)).map((list) => new Set(list)),
      reviews: fc.array(fc.record({ product, rating: fc.integer({ min: 1, max: 5 }), daysAgo }), { maxLength: 2 }),
    }),
    order: fc.record({
      products: some(product),
      deliveredDaysAgo: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 5 }),
    }),
    rules: fc.record<MerchantRules>({
      timing: fc.oneof(
        fc.record({ kind: fc.constant("after_delivery" as const), days: fc.integer({ min: 0, max: 14 }) }),
        fc.constant({ kind: "unless_problem" as const }),
        fc.constant({ kind: "off" as const }),
      ),
      pinned: some(pair),
      never: some(pair),
    }),
  });
});

function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 9 }).map((number) => (number === 0 ? !value : value));
}
