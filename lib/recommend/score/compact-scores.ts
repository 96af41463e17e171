import type { ModelPart, PartialRow } from "./partial-model.ts";
import type { History } from "./recent-history.ts";
import { decayedWeights, habitWeights } from "./shopper-scores.ts";
import { addTo, clearSums, type SparseSums, sparseSums } from "./sparse-sums.ts";

/** What one history says of each product that it speaks for, and what is known without it; all arrays by place, lowest product first. */
export type CompactScores = {
  readonly products: Uint32Array;
  /** What the rows of the history add up to, weighed. */
  readonly scores: Float64Array;
  readonly habits: Float64Array;
  /** 1 where `priors` and `popularities` say something. */
  readonly isKnown: Uint8Array;
  readonly priors: Float32Array;
  readonly popularities: Float32Array;
  /** The product of the history that speaks most for it; -1 for none. */
  readonly sources: Int32Array;
};

/** Sums by product number that are kept between calls, always empty: as long as the largest catalogue that was asked for. */
type Scratch = { sums: SparseSums; peaks: Float64Array; sources: Int32Array; places: Int32Array };
let scratch: Scratch | null = null;

/** Nothing waits in here, so that one scratch serves all calls of a process. */
function scratchFor(size: number): Scratch {
  if (scratch === null || scratch.peaks.length < size) {
    scratch = {
      sums: sparseSums(size),
      peaks: new Float64Array(size),
      sources: new Int32Array(size),
      places: new Int32Array(size),
    };
  }
  return scratch;
}

/** Adds up a history by a part of a model, in the same order as the whole does, so that the sums are the same to the last bit. */
export function compactOf(part: ModelPart, history: History): CompactScores {
  const { sums, peaks, sources, places } = scratchFor(part.productCount);
  addRows(part, history, { sums, peaks, sources });
  const habits = habitWeights(history);
  for (const product of habits.keys()) addTo(sums, product, 0);
  for (const product of part.fallback.products) addTo(sums, product, 0);
  for (const { product } of part.rows) addTo(sums, product, 0);
  const products = sums.touched.slice(0, sums.count).sort();
  const compact = emptyCompact(products);
  products.forEach((product, at) => {
    places[product] = at;
    compact.scores[at] = ((sums.values[product] ?? 0) / part.scale) * part.settings.weight;
    compact.sources[at] = (peaks[product] ?? 0) > 0 ? (sources[product] ?? -1) : -1;
    peaks[product] = 0;
  });
  clearSums(sums);
  for (const [product, habit] of habits) compact.habits[places[product] ?? 0] = habit;
  const know = (product: number, prior: number, popularity: number) => {
    const at = places[product] ?? 0;
    compact.isKnown[at] = 1;
    compact.priors[at] = prior;
    compact.popularities[at] = popularity;
  };
  const { fallback } = part;
  fallback.products.forEach((product, at) => know(product, fallback.priors[at] ?? 0, fallback.popularities[at] ?? 0));
  for (const { product, prior, popularity } of part.rows) know(product, prior, popularity);
  return compact;
}

function emptyCompact(products: Uint32Array): CompactScores {
  const size = products.length;
  return {
    products,
    scores: new Float64Array(size),
    habits: new Float64Array(size),
    isKnown: new Uint8Array(size),
    priors: new Float32Array(size),
    popularities: new Float32Array(size),
    sources: new Int32Array(size),
  };
}

function addRows(part: ModelPart, history: History, { sums, peaks, sources }: Omit<Scratch, "places">): void {
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
