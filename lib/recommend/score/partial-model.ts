import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { bestOf, type Scored } from "./best.ts";
import { compactOf } from "./compact-scores.ts";
import type { History } from "./recent-history.ts";
import type { Wanted } from "./shopper-scores.ts";

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
  /** Products with the highest prior, best first: their numbers, priors and shares of what sells. */
  readonly fallback: {
    readonly products: Uint32Array;
    readonly priors: Float32Array;
    readonly popularities: Float32Array;
  };
  /** The lowest prior of any product. */
  readonly least: number;
};

export type Placed = Scored & {
  /** The product of the history that speaks most for it; null when none does. */
  readonly because: number | null;
};

/** Scores one history by part of a model; the lists are those of the whole (`scorerOf`). */
export type PartialScorer = {
  /** All whose prior is not known and that may be among the best once it is: `best` has to be told the priors of these. */
  readonly contenders: (wanted: Wanted) => readonly number[];
  readonly best: (wanted: Wanted, priors: ReadonlyMap<number, Prior>) => readonly Placed[];
};

/** So many products are asked for beyond the wanted ones when priors might still change their order. */
const CONTENDERS = 200;
const NOTHING_TOLD: ReadonlyMap<number, Prior> = new Map();

/**
 * A scorer of one history for a part of a model. The history is added up once; what is looked through afterwards are the
 * products that it speaks for and the head of what sells, never the catalogue.
 */
export function partialScorer(part: ModelPart, history: History): PartialScorer {
  const compact = compactOf(part, history);
  const { products, scores, habits, popularities, isKnown, sources } = compact;
  const listed = ({ count, isOut }: Wanted, otherwise: number | null, told: ReadonlyMap<number, Prior>) => {
    const best = bestOf(count);
    for (let at = 0; at < products.length; at += 1) {
      const product = products[at] ?? 0;
      const one = isKnown[at] === 1 ? null : told.get(product);
      // What is neither known nor told is not in question here.
      if (one === undefined && otherwise === null) continue;
      const prior = isKnown[at] === 1 ? (compact.priors[at] ?? 0) : Math.fround(one?.prior ?? otherwise ?? 0);
      const score = (scores[at] ?? 0) + prior + part.settings.habit * (habits[at] ?? 0);
      if (best.isBelow(score) || isOut(product)) continue;
      // The place stands for the product: both lists are sorted alike.
      best.offer(at, score, Math.fround(one?.popularity ?? popularities[at] ?? 0));
    }
    return best.take();
  };
  // Not one product outside the fallback has more than its last.
  const isWhole = part.fallback.products.length >= part.productCount;
  const most = isWhole ? part.least : (part.fallback.priors.at(-1) ?? part.least);
  return {
    contenders: (wanted) => {
      const sure = listed(wanted, part.least, NOTHING_TOLD);
      const least = sure.length < wanted.count ? Number.NEGATIVE_INFINITY : (sure.at(-1)?.score ?? 0);
      const possible = listed({ ...wanted, count: wanted.count + CONTENDERS }, most, NOTHING_TOLD);
      return possible
        .filter(({ product: at, score }) => score >= least && isKnown[at] === 0)
        .map(({ product: at }) => products[at] ?? 0);
    },
    best: (wanted, priors) =>
      listed(wanted, null, priors).map(({ product: at, score, tie }) => {
        const source = sources[at] ?? -1;
        return { product: products[at] ?? 0, score, tie, because: source < 0 ? null : source };
      }),
  };
}
