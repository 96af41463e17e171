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
const CONTENDERS = 400;

/** A scorer for a part of a model. The part's products are numbered anew, so that nothing is as long as the catalogue. */
export function partialScorer(part: ModelPart): PartialScorer {
  const { numbers, places } = numbering(part);
  const known = new Map<number, Prior>();
  for (const { product, prior, popularity } of [...part.fallback, ...part.rows]) {
    known.set(product, { prior, popularity });
  }
  const rows = localRows(part, places, numbers.length);
  const placed = (history: History) =>
    history.map((order) => Array.from(order).flatMap((product) => places.get(product) ?? []));
  const outside = ({ count, isOut }: Wanted): Wanted => ({ count, isOut: (place) => isOut(numbers[place] ?? 0) });
  // Not one product outside the fallback has more than its last.
  const most = part.fallback.length < part.productCount ? (part.fallback.at(-1)?.prior ?? part.least) : part.least;
  const modelWith = (priors: ReadonlyMap<number, Prior>, otherwise: number): Model => ({
    ...{ settings: part.settings, meanLength: part.meanLength, scale: part.scale, productCount: numbers.length, rows },
    prior: Float32Array.from(numbers, (product) => (known.get(product) ?? priors.get(product))?.prior ?? otherwise),
    popularity: Float32Array.from(numbers, (product) => (known.get(product) ?? priors.get(product))?.popularity ?? 0),
    fallback: Uint32Array.from(part.fallback, ({ product }) => places.get(product) ?? 0),
  });
  const contenders = (history: History, wanted: Wanted): readonly number[] => {
    const nothing = new Map<number, Prior>();
    const sure = scorerOf(modelWith(nothing, part.least)).best(placed(history), outside(wanted));
    const least = sure.length < wanted.count ? Number.NEGATIVE_INFINITY : (sure.at(-1)?.score ?? 0);
    const more = { ...wanted, count: wanted.count + CONTENDERS };
    const possible = scorerOf(modelWith(nothing, most)).best(placed(history), outside(more));
    return possible.filter(({ score }) => score >= least).map(({ product }) => numbers[product] ?? 0);
  };
  return {
    contenders,
    best: (history, wanted, priors) => {
      const model = modelWith(priors, part.least);
      const isOut = (product: number) => wanted.isOut(product) || !(known.has(product) || priors.has(product));
      const best = scorerOf(model).best(placed(history), outside({ ...wanted, isOut }));
      return best.map((scored) => {
        const because = becauseOf(model, placed(history), scored.product);
        const product = numbers[scored.product] ?? 0;
        return { ...scored, product, because: because === null ? null : (numbers[because] ?? null) };
      });
    },
  };
}

/** The products of a part, lowest first, so that ties fall as in the whole; and where each stands. */
function numbering(part: ModelPart) {
  const length = part.rows.reduce((sum, { targets }) => sum + targets.length + 1, part.fallback.length);
  const all = new Uint32Array(length);
  let used = 0;
  for (const { product } of part.fallback) all[used++] = product;
  for (const { product, targets } of part.rows) {
    all[used++] = product;
    all.set(targets, used);
    used += targets.length;
  }
  all.sort();
  const numbers = all.filter((product, at) => at === 0 || product !== all[at - 1]);
  return { numbers, places: new Map(Array.from(numbers, (product, place) => [product, place])) };
}

function localRows(part: ModelPart, places: ReadonlyMap<number, number>, count: number): Model["rows"] {
  const starts = new Uint32Array(count + 1);
  const ordered = part.rows.toSorted((one, other) => one.product - other.product);
  const targets: number[] = [];
  const strengths: number[] = [];
  let next = 0;
  for (const row of ordered) {
    const place = places.get(row.product) ?? 0;
    starts.fill(targets.length, next, place + 1);
    next = place + 1;
    for (const [at, target] of row.targets.entries()) {
      targets.push(places.get(target) ?? 0);
      strengths.push(row.strengths[at] ?? 0);
    }
  }
  starts.fill(targets.length, next);
  return { starts, targets: Uint32Array.from(targets), strengths: Float32Array.from(strengths) };
}
