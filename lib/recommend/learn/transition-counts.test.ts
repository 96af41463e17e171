import fc from "fast-check";
import { expect, test } from "vitest";
import type { TransitionSettings } from "./engine-settings.ts";
import { orderLogOf } from "./order-log.ts";
import { type CountRow, changedRows, type TransitionCounts, transitionCounts } from "./transition-counts.ts";

const PRODUCTS = 6;
/** Nothing is left out by chance or by room, so that sums can be compared whole. */
const settings: TransitionSettings = {
  engine: "transitions",
  of: "later-orders",
  older: 0.15,
  decay: 0.9,
  lengthPower: 0,
  prior: 1,
  power: 0.5,
  weight: 1,
  habit: 0,
};
const learning = { settings, keep: PRODUCTS };
const order = fc.uniqueArray(fc.integer({ min: 0, max: PRODUCTS - 1 }), { minLength: 1, maxLength: 3 });
const shopper = fc.record({ earlier: fc.array(order, { maxLength: 4 }), later: fc.array(order, { maxLength: 2 }) });
type Orders = readonly (readonly number[])[];

function logOf(shoppers: readonly Orders[]) {
  return orderLogOf(
    PRODUCTS,
    shoppers.map((orders) => orders.map((products) => ({ products, freshness: 1 }))),
  );
}

function rowOf({ own, rows }: TransitionCounts, product: number) {
  const places = Array.from(rows.targets.keys()).slice(rows.starts[product], rows.starts[product + 1]);
  const entries = places.map((at) => ({ product: rows.targets[at] ?? 0, score: rows.strengths[at] ?? 0 }));
  return { own: own[product] ?? 0, entries };
}

function rounded({ own, entries }: CountRow) {
  return { own: own.toFixed(5), counts: entries.map(({ score }) => score.toFixed(4)).sort() };
}

test("orders that come later add up to what learning everything anew gives, for the totals and each kept pair", () => {
  fc.assert(
    fc.property(fc.array(shopper, { minLength: 1, maxLength: 8 }), (shoppers) => {
      const changed = shoppers.filter(({ later }) => later.length > 0);
      const before = transitionCounts(logOf(shoppers.map(({ earlier }) => earlier)), settings, PRODUCTS);
      const after = transitionCounts(
        logOf(shoppers.map(({ earlier, later }) => [...earlier, ...later])),
        settings,
        PRODUCTS,
      );
      const update = changedRows(
        {
          before: logOf(changed.map(({ earlier }) => earlier)),
          after: logOf(changed.map(({ earlier, later }) => [...earlier, ...later])),
        },
        { ...before, rowOf: (product) => rowOf(before, product) },
        learning,
      );
      expect(update.weight).toBeCloseTo(after.weight, 9);
      for (const [product, row] of update.rows) {
        const anew = rowOf(after, product);
        expect(row.own).toBeCloseTo(anew.own, 5);
        for (const { product: target, score } of row.entries) {
          const exact = anew.entries.find((entry) => entry.product === target)?.score;
          // A pair that was below chance, and so was not kept, counts from its new part on.
          if (exact !== undefined) expect(score).toBeLessThanOrEqual(exact + 1e-5);
        }
      }
    }),
  );
});

test("a shop's first orders, added to nothing, are what learning them gives", () => {
  fc.assert(
    fc.property(fc.array(fc.array(order, { maxLength: 4 }), { minLength: 1, maxLength: 8 }), (shoppers) => {
      const anew = transitionCounts(logOf(shoppers), settings, PRODUCTS);
      const nothing = { held: new Float64Array(PRODUCTS), weight: 0, meanLength: anew.meanLength };
      const kept = { ...nothing, rowOf: () => ({ own: 0, entries: [] }) };
      const { rows } = changedRows({ before: logOf([]), after: logOf(shoppers) }, kept, learning);
      for (const [product, row] of rows) expect(rounded(row)).toEqual(rounded(rowOf(anew, product)));
    }),
  );
});
