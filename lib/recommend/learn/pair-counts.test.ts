import fc from "fast-check";
import { expect, test } from "vitest";
import { sparseSums } from "#lib/recommend/score/sparse-sums.ts";
import type { TransitionSettings } from "./engine-settings.ts";
import { orderLogOf } from "./order-log.ts";
import { pairCounts } from "./pair-counts.ts";

const PRODUCTS = 6;
const settings: TransitionSettings = {
  engine: "transitions",
  of: "later-orders",
  older: 0.15,
  decay: 0.9,
  lengthPower: 0.4,
  prior: 20,
  power: 0.5,
  weight: 1,
  habit: 0,
};
const order = fc.uniqueArray(fc.integer({ min: 0, max: PRODUCTS - 1 }), { minLength: 1, maxLength: 4 });
const shoppers = fc.array(fc.array(order, { maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** The definition, prefix by prefix: sum of w x'_i y_j. */
function counted(all: readonly (readonly number[][])[]): readonly number[][] {
  const counts = Array.from({ length: PRODUCTS }, () => new Array<number>(PRODUCTS).fill(0));
  const rows = all.flatMap((orders) =>
    orders.slice(1).map((target, at) => {
      const x = new Array<number>(PRODUCTS).fill(0);
      orders.slice(0, at + 1).forEach((products, p) => {
        for (const product of products) x[product] = (x[product] ?? 0) + settings.decay ** (at - p);
      });
      return { x, target, weight: 0.15 ** (orders.length - 2 - at), length: x.reduce((sum, value) => sum + value, 0) };
    }),
  );
  const mean = rows.reduce((sum, { length }) => sum + length, 0) / rows.length;
  for (const { x, target, weight, length } of rows) {
    for (const [i, value] of x.entries()) {
      const own = counts[i] ?? [];
      for (const j of target) own[j] = (own[j] ?? 0) + weight * value * (mean / length) ** settings.lengthPower;
    }
  }
  return counts;
}

test("counts made a row at a time are those of the definition, prefix by prefix", () => {
  fc.assert(
    fc.property(shoppers, (all) => {
      const log = orderLogOf(
        PRODUCTS,
        all.map((orders) => orders.map((products) => ({ products, freshness: 1 }))),
      );
      const counts = pairCounts(log, settings);
      const expected = counted(all);
      for (let product = 0; product < PRODUCTS; product += 1) {
        const sums = sparseSums(PRODUCTS);
        counts.count(product, sums);
        expect([...sums.values].map((value) => value.toFixed(9))).toEqual(
          expected[product]?.map((value) => value.toFixed(9)),
        );
      }
    }),
  );
});
