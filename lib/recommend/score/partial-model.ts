import { bestOf, type Scored } from "./best.ts";
import { compactOf, type ModelPart } from "./compact-scores.ts";
import type { History } from "./recent-history.ts";
import type { Wanted } from "./shopper-scores.ts";

export type Placed = Scored & {
  /** The product of the history that speaks most for it; null when none does. */
  readonly because: number | null;
};

/** Scores one history by part of a model; the lists are those of the whole (`scorerOf`). */
export type PartialScorer = { readonly best: (wanted: Wanted) => readonly Placed[] };

/**
 * A scorer of one history for a part of a model. The history is added up once; what is looked through afterwards are the
 * products that it speaks for and the head of what sells, never the catalogue.
 */
export function partialScorer(part: ModelPart, history: History): PartialScorer {
  const { products, scores, sources } = compactOf(part, history);
  return {
    best: ({ count, isOut }) => {
      const best = bestOf(count);
      products.forEach((product, at) => {
        const score = scores[at] ?? 0;
        // The place stands for the product: both lists are sorted alike.
        if (!best.isBelow(score) && !isOut(product)) best.offer(at, score, part.popularity[product] ?? 0);
      });
      return best.take().map(({ product: at, score, tie }) => {
        const source = sources[at] ?? -1;
        return { product: products[at] ?? 0, score, tie, because: source < 0 ? null : source };
      });
    },
  };
}
