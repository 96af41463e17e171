import { type Best, bestOf, type Scored } from "./best.ts";
import type { Model } from "./model.ts";
import type { History } from "./recent-history.ts";
import { decayedWeights, habitWeights, type Wanted } from "./shopper-scores.ts";
import { addTo, clearSums, type SparseSums, sparseSums } from "./sparse-sums.ts";

/** A product's row of a model. */
type PartialRow = {
  readonly product: number;
  readonly targets: Uint32Array;
  readonly strengths: Float32Array;
};

/** What one shopper's list takes of a model: its figures of every product, and the rows of what was bought. */
export type ModelPart = Omit<Model, "rows"> & { readonly rows: readonly PartialRow[] };

export type Placed = Scored & {
  /** The product of the history that speaks most for it; null when none does. */
  readonly because: number | null;
};

/** By product number, kept between calls and always empty: as long as the largest catalogue that was asked for. */
type Scratch = {
  readonly sums: SparseSums;
  readonly habits: Float64Array;
  /** The strongest single voice for a product, and whose it is. */
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

/**
 * The best products for one history, a list for each that is wanted, by part of a model: the lists that the whole gives
 * (`scorerOf`), to the last bit. The history is added up once; what is looked through are the products that it speaks for and
 * the head of what sells, never the catalogue.
 */
export function listsByPart(
  part: ModelPart,
  history: History,
  wanted: readonly Wanted[],
): readonly (readonly Placed[])[] {
  const added = scratchFor(part.productCount);
  addRows(part, history, added);
  for (const [product, habit] of habitWeights(history)) {
    addTo(added.sums, product, 0);
    added.habits[product] = habit;
  }
  for (const product of part.fallback) addTo(added.sums, product, 0);
  const lists = wanted.map(({ count, isOut }) => ({ best: bestOf(count), isOut }));
  for (let at = 0; at < added.sums.count; at += 1) offer(part, added, lists, added.sums.touched[at] ?? 0);
  const placed = lists.map(({ best }) =>
    best.take().map((one) => ({ ...one, because: becauseOf(added, one.product) })),
  );
  clear(added);
  return placed;
}

function addRows(part: ModelPart, history: History, { sums, peaks, sources }: Scratch): void {
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

type List = { readonly best: Best; readonly isOut: (product: number) => boolean };

function offer(part: ModelPart, { sums, habits }: Scratch, lists: readonly List[], product: number): void {
  const strength = ((sums.values[product] ?? 0) / part.scale) * part.settings.weight;
  const score = strength + (part.prior[product] ?? 0) + part.settings.habit * (habits[product] ?? 0);
  for (const { best, isOut } of lists) {
    if (!best.isBelow(score) && !isOut(product)) best.offer(product, score, part.popularity[product] ?? 0);
  }
}

function becauseOf({ peaks, sources }: Scratch, product: number): number | null {
  return (peaks[product] ?? 0) > 0 ? (sources[product] ?? null) : null;
}

function clear({ sums, habits, peaks }: Scratch): void {
  for (let at = 0; at < sums.count; at += 1) {
    const product = sums.touched[at] ?? 0;
    habits[product] = 0;
    peaks[product] = 0;
  }
  clearSums(sums);
}
