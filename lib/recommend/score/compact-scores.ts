import type { Model } from "./model.ts";
import type { History } from "./recent-history.ts";
import { decayedWeights, habitWeights } from "./shopper-scores.ts";
import { addTo, clearSums, type SparseSums, sparseSums } from "./sparse-sums.ts";

/** A product's row of a model. */
type PartialRow = {
  readonly product: number;
  readonly targets: Uint32Array;
  readonly strengths: Float32Array;
};

/** What one shopper's list takes of a model: its figures of every product, and the rows of what was bought. */
export type ModelPart = Omit<Model, "rows"> & { readonly rows: readonly PartialRow[] };

/** What one history says of each product that it speaks for, and of the head of what sells; lowest product first. */
export type CompactScores = {
  readonly products: Uint32Array;
  readonly scores: Float64Array;
  /** The product of the history that speaks most for it; -1 for none. */
  readonly sources: Int32Array;
};

/** Sums by product number that are kept between calls, always empty: as long as the largest catalogue that was asked for. */
type Scratch = {
  readonly sums: SparseSums;
  readonly habits: Float64Array;
  readonly peaks: Float64Array;
  readonly sources: Int32Array;
};
let scratch: Scratch | null = null;

/** Nothing waits in here, so that one scratch serves all calls of a process. */
function scratchFor(size: number): Scratch {
  if (scratch === null || scratch.peaks.length < size) {
    scratch = {
      sums: sparseSums(size),
      habits: new Float64Array(size),
      peaks: new Float64Array(size),
      sources: new Int32Array(size),
    };
  }
  return scratch;
}

/** Scores a history by a part of a model, in the same order as the whole does, so that scores are the same to the last bit. */
export function compactOf(part: ModelPart, history: History): CompactScores {
  const { sums, habits, peaks, sources } = scratchFor(part.productCount);
  addRows(part, history, { sums, peaks, sources });
  for (const [product, habit] of habitWeights(history)) {
    addTo(sums, product, 0);
    habits[product] = habit;
  }
  for (const product of part.fallback) addTo(sums, product, 0);
  const products = sums.touched.slice(0, sums.count).sort();
  const compact = { products, scores: new Float64Array(products.length), sources: new Int32Array(products.length) };
  products.forEach((product, at) => {
    const strength = ((sums.values[product] ?? 0) / part.scale) * part.settings.weight;
    compact.scores[at] = strength + (part.prior[product] ?? 0) + part.settings.habit * (habits[product] ?? 0);
    compact.sources[at] = (peaks[product] ?? 0) > 0 ? (sources[product] ?? -1) : -1;
    peaks[product] = 0;
    habits[product] = 0;
  });
  clearSums(sums);
  return compact;
}

function addRows(part: ModelPart, history: History, { sums, peaks, sources }: Omit<Scratch, "habits">): void {
  const rows = new Map<number, PartialRow>(part.rows.map((row) => [row.product, row]));
  for (const [product, weight] of decayedWeights(history, part)) {
    const { targets, strengths } = rows.get(product) ?? { targets: [], strengths: [] };
    for (let at = 0; at < targets.length; at += 1) {
      const target = targets[at] ?? 0;
      const strength = weight * (strengths[at] ?? 0);
      addTo(sums, target, strength);
      if (target !== product && strength > (peaks[target] ?? 0)) {
        peaks[target] = strength;
        sources[target] = product;
      }
    }
  }
}
