import { expect, test } from "vitest";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { becauseOf } from "#lib/recommend/score/because-of-testing.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { chooseEngine } from "./choose-engine.ts";
import { heldBack } from "./held-back.ts";

const PRODUCTS = 40;
/** Everybody buys a jacket of some sort and next the hat that belongs to it. */
const pairs = Array.from({ length: 600 }, (_, shopper) => {
  const jacket = shopper % 20;
  return [[jacket], [jacket + 20]].map((products) => ({ products, freshness: 1 }));
});
const log = orderLogOf(PRODUCTS, pairs);
const all = { count: 3, isOut: () => false };

test("a shop whose orders follow one another gets an engine that knows, and the reason is what was bought", () => {
  const choice = chooseEngine(log, "next-basket");
  expect(choice.cases).toBeGreaterThan(100);
  expect(choice.tried[0]?.recall).toBe(1);
  const model = learnModel(log, choice.settings);
  expect(scorerOf(model).best([[7]], all)[0]?.product).toBe(27);
  expect(becauseOf(model, [[3], [7]], new Set([27]))).toEqual(new Map([[27, 7]]));
  expect(becauseOf(model, [[3]], new Set([27]))).toEqual(new Map());
});

test("a shop with too few orders to tell starts with transitions and says that nothing was asked", () => {
  const few = chooseEngine(orderLogOf(PRODUCTS, pairs.slice(0, 30)), "novel");
  expect([few.settings.engine, few.cases, few.tried]).toEqual(["transitions", 0, []]);
});

test("a new shopper sees what sells now, by how fresh the orders are", () => {
  const model = learnModel(
    orderLogOf(3, [
      [{ products: [0], freshness: 0.1 }],
      [{ products: [0], freshness: 0.1 }],
      [{ products: [2], freshness: 1 }],
    ]),
    { engine: "popularity", decay: 1, lengthPower: 0, weight: 0, habit: 0 },
  );
  const seen = scorerOf(model)
    .best([], all)
    .map(({ product }) => product);
  expect(seen).toEqual([2, 0, 1]);
});

test("what is held back to choose by is not in what is learned from", () => {
  const exam = heldBack(log, "next-basket");
  expect(exam.log.products.length + exam.cases.length).toBe(log.products.length);
  expect(exam.cases).toHaveLength(120);
  for (const { history, target } of exam.cases) expect([history.length, target.size]).toEqual([1, 1]);
});

test("where orders have a time, the newest are held back, of everybody: what comes next is later than all that is known", () => {
  const dated = orderLogOf(
    PRODUCTS,
    Array.from({ length: 100 }, (_, shopper) => [
      { products: [shopper % 20], freshness: 0.1 },
      // Every tenth has come back of late, once or twice.
      ...(shopper % 10 === 0 ? [{ products: [21], freshness: 0.8 }] : []),
      ...(shopper % 20 === 0 ? [{ products: [22], freshness: 0.9 }] : []),
    ]),
  );
  const exam = heldBack(dated, "novel");
  expect([...exam.log.freshness]).toEqual(Array.from({ length: 100 }, () => Math.fround(0.1)));
  expect(exam.cases.map(({ target }) => [...target])).toEqual(Array.from({ length: 10 }, () => [21]));
});

test("a long order asks no more than eight questions of a completion, each with one of its products hidden", () => {
  const long = Array.from({ length: 30 }, (_, at) => at);
  const exam = heldBack(
    orderLogOf(
      PRODUCTS,
      Array.from({ length: 5 }, () => [{ products: long, freshness: 1 }]),
    ),
    "completion",
  );
  expect(exam.cases).toHaveLength(8);
  for (const { history, target } of exam.cases) expect([history[0]?.length, target.size]).toEqual([29, 1]);
});

test("a completed order is asked by its other products, by the regression too", () => {
  const baskets = Array.from({ length: 400 }, (_, at) => [at % 10, 10 + (at % 10), 20]);
  const orders = orderLogOf(
    PRODUCTS,
    baskets.map((products) => [{ products, freshness: 1 }]),
  );
  const choice = chooseEngine(orders, "completion");
  const regression = choice.tried.find(({ settings }) => settings.engine === "ease");
  if (regression === undefined) throw new Error("A small shop tries the regression");
  const best = scorerOf(learnModel(orders, regression.settings)).best([[4, 20]], {
    count: 1,
    isOut: (p) => [4, 20].includes(p),
  });
  expect(best.map(({ product }) => product)).toEqual([14]);
});
