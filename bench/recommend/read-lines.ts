import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { numberer } from "./numberer.ts";
import type { Experiment, Protocol } from "./shop-data.ts";

const FOLDS = 5;

/**
 * One basket a line, its items between commas, nobody's name: completion only. Fold = line number mod 5 (from 0); each item of
 * each test basket of two or more is hidden in turn. Throws for the other protocols, which need shoppers.
 */
export function readLines(text: string, { task }: Protocol): readonly Experiment[] {
  if (task !== "completion") throw new Error("Baskets without shoppers can answer --protocol completion only.");
  const number = numberer();
  const baskets = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => [...new Set(line.split(",").map((item) => number.of(item.trim())))]);
  return Array.from({ length: FOLDS }, (_, fold) => ({
    log: orderLogOf(
      number.count(),
      baskets.filter((_, at) => at % FOLDS !== fold).map((products) => [{ products, freshness: 1 }]),
    ),
    cases: baskets.filter((basket, at) => at % FOLDS === fold && basket.length >= 2).flatMap(hiddenInTurn),
    mayAsk: () => true,
    returns: null,
  }));
}

function hiddenInTurn(basket: readonly number[]) {
  return basket.map((hidden) => ({
    history: [basket.filter((product) => product !== hidden)],
    target: new Set([hidden]),
  }));
}
