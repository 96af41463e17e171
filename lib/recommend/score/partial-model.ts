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
  const { numbers, places } = numbering(part);
  const known = knownPriors(part, places, numbers.length);
  const model = {
    ...{ settings: part.settings, meanLength: part.meanLength, scale: part.scale, productCount: numbers.length },
    rows: localRows(part, places, numbers.length),
    prior: new Float32Array(numbers.length),
    popularity: known.popularity.slice(),
    fallback: Uint32Array.from(part.fallback, ({ product }) => places[product] ?? 0),
  };
  // It reads the model's priors at each call: they are set before.
  const scorer = scorerOf(model);
  const placed = (history: History) => history.map((order) => localOrder(order, places));
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
        const place = places[product] ?? -1;
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

/** The products of a part, lowest first; and by product where it stands, -1 for others. */
function numbering({ rows, fallback }: ModelPart): { readonly numbers: Uint32Array; readonly places: Int32Array } {
  let highest = 0;
  for (const { product } of fallback) highest = Math.max(highest, product);
  for (const { product, targets } of rows) {
    highest = Math.max(highest, product);
    for (const target of targets) highest = Math.max(highest, target);
  }
  // One array as long as the highest number is far cheaper than a map of a few thousand.
  const places = new Int32Array(highest + 1);
  for (const { product } of fallback) places[product] = 1;
  for (const { product, targets } of rows) {
    places[product] = 1;
    for (const target of targets) places[target] = 1;
  }
  const numbers = new Uint32Array(places.reduce((sum, isIn) => sum + isIn, 0));
  let used = 0;
  for (let product = 0; product <= highest; product += 1) {
    if (places[product] === 1) numbers[used] = product;
    places[product] = places[product] === 1 ? used++ : -1;
  }
  return { numbers, places };
}

function knownPriors({ rows, fallback }: ModelPart, places: Int32Array, count: number) {
  const prior = new Float32Array(count);
  const popularity = new Float32Array(count);
  const isKnown = new Uint8Array(count);
  for (const list of [fallback, rows]) {
    for (const one of list) {
      const place = places[one.product] ?? 0;
      prior[place] = one.prior;
      popularity[place] = one.popularity;
      isKnown[place] = 1;
    }
  }
  return { prior, popularity, isKnown };
}

function localOrder(order: ArrayLike<number>, places: Int32Array): readonly number[] {
  return Array.from(order).flatMap((product) => {
    const place = places[product] ?? -1;
    return place < 0 ? [] : [place];
  });
}

function localRows(part: ModelPart, places: Int32Array, count: number): Model["rows"] {
  const entries = part.rows.reduce((sum, { targets }) => sum + targets.length, 0);
  const rows = {
    starts: new Uint32Array(count + 1),
    targets: new Uint32Array(entries),
    strengths: new Float32Array(entries),
  };
  let [used, next] = [0, 0];
  for (const row of part.rows.toSorted((one, other) => one.product - other.product)) {
    const place = places[row.product] ?? 0;
    rows.starts.fill(used, next, place + 1);
    next = place + 1;
    rows.strengths.set(row.strengths, used);
    for (const target of row.targets) rows.targets[used++] = places[target] ?? 0;
  }
  rows.starts.fill(used, next);
  return rows;
}
