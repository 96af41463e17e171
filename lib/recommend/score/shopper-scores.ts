import type { Weighing } from "#lib/recommend/learn/engine-settings.ts";
import { bestOf, type Scored } from "./best.ts";
import type { Model } from "./model.ts";
import { type History, recentHistory } from "./recent-history.ts";
import { addTo, clearSums, type SparseSums, sparseSums } from "./sparse-sums.ts";

/** Of how much of a purchase is left in the habit with each later order. */
const HABIT_DECAY = 0.9;

/** How many products are wanted, and which may not be among them. */
export type Wanted = { readonly count: number; readonly isOut: (product: number) => boolean };
/** The part of a weighing that can change without learning anew. */
export type Weights = Pick<Weighing, "weight" | "habit">;

/** Scores shoppers by one model; it keeps one array of sums, so that a look costs what the history holds and no more. */
export type Scorer = {
  /** The best products, best first, by the model's own weights. */
  readonly best: (history: History, wanted: Wanted) => readonly Scored[];
  /** The same for other weights, a list each: the history is added up once. */
  readonly bestByWeights: (
    history: History,
    wanted: Wanted,
    weights: readonly Weights[],
  ) => readonly (readonly Scored[])[];
  /** The strongest product that a history brings, before weighing; 0 for none. */
  readonly peak: (history: History) => number;
};

/** A scorer for a model; not to be shared by two calls at once, which nothing here waits for. */
export function scorerOf(model: Model): Scorer {
  const sums = sparseSums(model.productCount);
  const habits = sparseSums(model.productCount);
  const bestByWeights: Scorer["bestByWeights"] = (whole, wanted, weights) => {
    const history = recentHistory(whole);
    addStrengths(model, decayedWeights(history, model), sums);
    for (const [product, habit] of habitWeights(history)) {
      addTo(habits, product, habit);
      addTo(sums, product, 0);
    }
    const lists = weights.map((weight) => bestBy({ model, sums, habits }, wanted, weight));
    clearSums(sums);
    clearSums(habits);
    return lists;
  };
  return {
    best: (history, wanted) => bestByWeights(history, wanted, [model.settings])[0] ?? [],
    bestByWeights,
    peak: (history) => {
      addStrengths(model, decayedWeights(recentHistory(history), model), sums);
      let peak = 0;
      for (let at = 0; at < sums.count; at += 1) peak = Math.max(peak, sums.values[sums.touched[at] ?? 0] ?? 0);
      clearSums(sums);
      return peak;
    },
  };
}

function bestBy(
  added: { readonly model: Model; readonly sums: SparseSums; readonly habits: SparseSums },
  { count, isOut }: Wanted,
  { weight, habit }: Weights,
): readonly Scored[] {
  const { model, sums, habits } = added;
  const best = bestOf(count);
  const offer = (product: number) => {
    if (isOut(product)) return;
    const strength = ((sums.values[product] ?? 0) / model.scale) * weight;
    const score = strength + (model.prior[product] ?? 0) + habit * (habits.values[product] ?? 0);
    best.offer(product, score, model.popularity[product] ?? 0);
  };
  for (let at = 0; at < sums.count; at += 1) offer(sums.touched[at] ?? 0);
  offerFallback(model, { count, isOut: (product) => sums.isTouched[product] === 1 || isOut(product) }, offer);
  return best.take();
}

/** Beyond the history's own products the prior alone decides: its first `count` that are free are enough. */
function offerFallback(model: Model, wanted: Wanted, offer: (product: number) => void): void {
  let left = wanted.count;
  for (const product of model.fallback) {
    if (left === 0) return;
    if (wanted.isOut(product)) continue;
    offer(product);
    left -= 1;
  }
}

function addStrengths({ rows }: Model, weights: ReadonlyMap<number, number>, sums: SparseSums): void {
  for (const [product, weight] of weights) {
    const end = rows.starts[product + 1] ?? 0;
    for (let at = rows.starts[product] ?? 0; at < end; at += 1) {
      addTo(sums, rows.targets[at] ?? 0, weight * (rows.strengths[at] ?? 0));
    }
  }
}

/** What a history weighs product by product, its length evened out as while learning. */
export function decayedWeights(
  history: History,
  model: Pick<Model, "settings" | "meanLength">,
): ReadonlyMap<number, number> {
  const { settings } = model;
  // The regression knows whether a product was bought, not how often.
  const weights =
    settings.engine === "ease" ? newestWeights(history, settings.decay) : weightsOf(history, settings.decay);
  const length = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const factor = length > 0 ? (model.meanLength / length) ** settings.lengthPower : 1;
  return new Map([...weights].map(([product, weight]) => [product, weight * factor]));
}

/** How much of each purchase is left in the habit, by product. */
export function habitWeights(history: History): ReadonlyMap<number, number> {
  return weightsOf(history, HABIT_DECAY);
}

function weightsOf(history: History, decay: number): Map<number, number> {
  const weights = new Map<number, number>();
  history.forEach((order, at) => {
    const weight = decay ** (history.length - 1 - at);
    for (const product of new Set(Array.from(order))) weights.set(product, (weights.get(product) ?? 0) + weight);
  });
  return weights;
}

function newestWeights(history: History, decay: number): Map<number, number> {
  const weights = new Map<number, number>();
  history.forEach((order, at) => {
    for (const product of Array.from(order)) weights.set(product, decay ** (history.length - 1 - at));
  });
  return weights;
}
