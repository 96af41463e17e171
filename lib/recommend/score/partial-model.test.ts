import fc from "fast-check";
import { expect, test } from "vitest";
import { firstEngine } from "#lib/recommend/choose/candidates.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { becauseOf } from "./because-of-testing.ts";
import type { Model } from "./model.ts";
import { listsByPart, type ModelPart } from "./partial-model.ts";
import { type History, recentHistory } from "./recent-history.ts";
import { scorerOf } from "./shopper-scores.ts";

const PRODUCTS = 30;
const order = fc.uniqueArray(fc.integer({ min: 0, max: PRODUCTS - 1 }), { minLength: 1, maxLength: 5 });
const history = fc.array(order, { maxLength: 5 });
const engines: readonly EngineSettings[] = [
  firstEngine("next-basket"),
  firstEngine("completion"),
  { engine: "popularity", decay: 0.9, lengthPower: 0, weight: 0, habit: 0.2 },
  {
    ...{ engine: "ease", of: "orders", ridge: 5, dropout: 0, rowPower: 0.5, popularityPower: 0.1 },
    ...{ decay: 1, lengthPower: 0, weight: 1, habit: 0.1 },
  },
];

/** What a database would hand over of a model for one history. */
function partOf(model: Model, histories: History): ModelPart {
  const { starts, targets, strengths } = model.rows;
  const row = (product: number) => {
    const [from, to] = [starts[product] ?? 0, starts[product + 1] ?? 0];
    return { product, targets: targets.slice(from, to), strengths: strengths.slice(from, to) };
  };
  return { ...model, rows: [...new Set(histories.flatMap((one) => Array.from(one)))].map(row) };
}

test("part of a model gives the same list as the whole, for the same reasons, whatever the history", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(order, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }),
      history,
      fc.constantFrom(...engines),
      (shoppers, asked, settings) => {
        const log = orderLogOf(
          PRODUCTS,
          shoppers.map((orders) => orders.map((products, at) => ({ products, freshness: 1 / (1 + at) }))),
        );
        const model = learnModel(log, settings);
        const wanted = { count: 3, isOut: (product: number) => product % 7 === 0 };
        const other = { count: 2, isOut: (product: number) => product % 7 !== 0 };
        const [listed, others] = listsByPart(partOf(model, asked), asked, [wanted, other]);
        const whole = scorerOf(model).best(asked, wanted);
        const because = becauseOf(model, asked, new Set(whole.map(({ product }) => product)));
        expect(others?.map(({ product }) => product)).toEqual(
          scorerOf(model)
            .best(asked, other)
            .map(({ product }) => product),
        );
        expect(listed).toEqual(whole.map((one) => ({ ...one, because: because.get(one.product) ?? null })));
      },
    ),
  );
});

test("of a long history the newest whole orders count", () => {
  const orders = Array.from({ length: 60 }, (_, at) => [at * 4, at * 4 + 1, at * 4 + 2, at * 4 + 3]);
  expect(recentHistory(orders)).toEqual(orders.slice(-15));
  expect(recentHistory(Array.from({ length: 60 }, () => [1]))).toHaveLength(25);
  expect(recentHistory([[1], Array.from({ length: 200 }, (_, at) => at)]).map((one) => one.length)).toEqual([60]);
});
