import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { becauseOf } from "./because-of.ts";
import type { Scored } from "./best.ts";
import type { Model } from "./model.ts";
import type { History } from "./recent-history.ts";
import { scorerOf, type Wanted } from "./shopper-scores.ts";

/** What a product has without any history, and its share of what sells now. */
export type Prior = { readonly prior: number; readonly popularity: number };
export type PartialRow = Prior & {
  readonly product: number;
  readonly targets: Uint32Array;
  readonly strengths: Float32Array;
};

/** What one shopper's list takes of a model: the rows of what was bought, and the head of what sells. */
export type ModelPart = {
  readonly settings: EngineSettings;
  readonly meanLength: number;
  readonly scale: number;
  readonly productCount: number;
  readonly rows: readonly PartialRow[];
  /** Products with the highest prior, best first. */
  readonly fallback: readonly (Prior & { readonly product: number })[];
  /** The lowest prior of any product. */
  readonly least: number;
};

export type Placed = Scored & {
  /** The product of the history that speaks most for it; null when none does. */
  readonly because: number | null;
};

/** Scores one history by part of a model, with the scorer that serves the whole: the lists are the same. */
export type PartialScorer = {
  /** All that may be among the best once every prior is known: `best` has to be told the priors of these. */
  readonly contenders: (history: History, wanted: Wanted) => readonly number[];
  readonly best: (history: History, wanted: Wanted, priors: ReadonlyMap<number, Prior>) => readonly Placed[];
};

/** So many products are asked for beyond the wanted ones when priors might still change their order. */
const CONTENDERS = 200;

/**
 * A scorer for a part of a model. The part's products are numbered anew, lowest first, so that nothing that is scored is as
 * long as the catalogue and ties fall as in the whole.
 */
export function partialScorer(part: ModelPart): PartialScorer {
  const numbers = numbersOf(part);
  const known = knownPriors(part, numbers);
  const model = {
    ...{ settings: part.settings, meanLength: part.meanLength, scale: part.scale, productCount: numbers.length },
    rows: localRows(part, numbers),
    prior: new Float32Array(numbers.length),
    popularity: known.popularity.slice(),
    fallback: Uint32Array.from(part.fallback, ({ product }) => placeIn(numbers, product)),
  };
  // It reads the model's priors at each call: they are set before.
  const scorer = scorerOf(model);
  const placed = (history: History) => history.map((order) => localOrder(order, numbers));
  const inside = ({ count, isOut }: Wanted): Wanted => ({ count, isOut: (place) => isOut(numbers[place] ?? 0) });
  const priorsAre = (otherwise: number) => {
    model.prior.set(known.prior);
    for (const [place, isKnown] of known.isKnown.entries()) if (isKnown === 0) model.prior[place] = otherwise;
  };
  // Not one product outside the fallback has more than its last.
  const most = part.fallback.length < part.productCount ? (part.fallback.at(-1)?.prior ?? part.least) : part.least;
  return {
    contenders: (history, wanted) => {
      const local = placed(history);
      priorsAre(part.least);
      const sure = scorer.best(local, inside(wanted));
      const least = sure.length < wanted.count ? Number.NEGATIVE_INFINITY : (sure.at(-1)?.score ?? 0);
      priorsAre(most);
      const possible = scorer.best(local, inside({ ...wanted, count: wanted.count + CONTENDERS }));
      return possible.filter(({ score }) => score >= least).map(({ product }) => numbers[product] ?? 0);
    },
    best: (history, wanted, priors) => {
      const local = placed(history);
      priorsAre(part.least);
      for (const [product, { prior, popularity }] of priors) {
        const place = placeIn(numbers, product);
        if (place < 0) continue;
        model.prior[place] = prior;
        model.popularity[place] = popularity;
      }
      const isTold = (place: number) => known.isKnown[place] === 1 || priors.has(numbers[place] ?? 0);
      const { count, isOut } = inside(wanted);
      const best = scorer.best(local, { count, isOut: (place) => !isTold(place) || isOut(place) });
      const because = becauseOf(model, local, new Set(best.map(({ product }) => product)));
      return best.map((scored) => {
        const source = because.get(scored.product);
        const product = numbers[scored.product] ?? 0;
        return { ...scored, product, because: source === undefined ? null : (numbers[source] ?? null) };
      });
    },
  };
}

/** The products of a part, lowest first. */
function numbersOf({ rows, fallback }: ModelPart): Uint32Array {
  const all = new Uint32Array(rows.reduce((sum, { targets }) => sum + targets.length + 1, fallback.length));
  let used = 0;
  for (const { product } of fallback) all[used++] = product;
  for (const { product, targets } of rows) {
    all[used++] = product;
    all.set(targets, used);
    used += targets.length;
  }
  all.sort();
  let distinct = 0;
  for (let at = 0; at < all.length; at += 1) {
    if (at === 0 || all[at] !== all[at - 1]) all[distinct++] = all[at] ?? 0;
  }
  return all.slice(0, distinct);
}

/** Where a product stands among sorted ones; -1 for one that is not there. Halving is far cheaper than a map of thousands. */
function placeIn(numbers: Uint32Array, product: number): number {
  let [from, to] = [0, numbers.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === product) return middle;
    if (found < product) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function knownPriors({ rows, fallback }: ModelPart, numbers: Uint32Array) {
  const prior = new Float32Array(numbers.length);
  const popularity = new Float32Array(numbers.length);
  const isKnown = new Uint8Array(numbers.length);
  for (const list of [fallback, rows]) {
    for (const one of list) {
      const place = placeIn(numbers, one.product);
      prior[place] = one.prior;
      popularity[place] = one.popularity;
      isKnown[place] = 1;
    }
  }
  return { prior, popularity, isKnown };
}

function localOrder(order: ArrayLike<number>, numbers: Uint32Array): readonly number[] {
  return Array.from(order).flatMap((product) => {
    const place = placeIn(numbers, product);
    return place < 0 ? [] : [place];
  });
}

function localRows(part: ModelPart, numbers: Uint32Array): Model["rows"] {
  const entries = part.rows.reduce((sum, { targets }) => sum + targets.length, 0);
  const rows = {
    starts: new Uint32Array(numbers.length + 1),
    targets: new Uint32Array(entries),
    strengths: new Float32Array(entries),
  };
  let [used, next] = [0, 0];
  for (const row of part.rows.toSorted((one, other) => one.product - other.product)) {
    const place = placeIn(numbers, row.product);
    rows.starts.fill(used, next, place + 1);
    next = place + 1;
    rows.strengths.set(row.strengths, used);
    for (const target of row.targets) rows.targets[used++] = placeIn(numbers, target);
  }
  rows.starts.fill(used, next);
  return rows;
}
