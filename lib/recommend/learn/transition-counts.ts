import { bestOf } from "#lib/recommend/score/best.ts";
import type { Rows } from "#lib/recommend/score/model.ts";
import { addTo, clearSums, type SparseSums, sparseSums } from "#lib/recommend/score/sparse-sums.ts";
import type { TransitionSettings } from "./engine-settings.ts";
import type { OrderLog } from "./order-log.ts";
import { type PairCounts, pairCounts } from "./pair-counts.ts";
import { rowsBuilder } from "./rows-builder.ts";

/**
 * What is kept of a log so that later orders can be added without it: counts are sums, so they add up. `rows` holds counts,
 * of each product the entries that are strongest.
 */
export type TransitionCounts = Pick<PairCounts, "held" | "weight" | "meanLength"> & {
  readonly own: Float64Array;
  readonly rows: Rows;
};

/** One product's kept counts. */
export type CountRow = {
  readonly own: number;
  readonly entries: readonly { readonly product: number; readonly score: number }[];
};

/** All rows, `keep` entries of each, made one after the other: memory is that of the result and one row. */
export function transitionCounts(log: OrderLog, settings: TransitionSettings, keep: number): TransitionCounts {
  const counts = pairCounts(log, settings);
  const own = new Float64Array(log.productCount);
  const sums = sparseSums(log.productCount);
  const rows = rowsBuilder(log.productCount);
  const strongest = strongestOf(counts, settings, keep);
  for (let product = 0; product < log.productCount; product += 1) {
    own[product] = counts.count(product, sums);
    rows.push(strongest({ product, own: own[product] ?? 0, sums }));
    clearSums(sums);
  }
  const { held, weight, meanLength } = counts;
  return { own, rows: rows.rows(), held, weight, meanLength };
}

/** The rows that serving multiplies with: each count held against what chance would give, (C - n p) / (n + s)^e. */
export function transitionRows(counts: TransitionCounts, settings: TransitionSettings): Rows {
  const { starts, targets } = counts.rows;
  const strengths = new Float32Array(targets.length);
  for (let product = 0; product < counts.own.length; product += 1) {
    const [from, to] = [starts[product] ?? 0, starts[product + 1] ?? 0];
    const own = counts.own[product] ?? 0;
    const row = { own, targets: targets.subarray(from, to), counts: counts.rows.strengths.subarray(from, to) };
    strengths.set(strengthsOf(row, counts, settings), from);
  }
  return { starts, targets, strengths };
}

/** One product's row of counts as serving multiplies with it. */
export function strengthsOf(
  row: { readonly own: number; readonly targets: Uint32Array; readonly counts: Float32Array },
  { held, weight }: Pick<TransitionCounts, "held" | "weight">,
  settings: TransitionSettings,
): Float32Array {
  return row.counts.map((count, at) => {
    const share = (held[row.targets[at] ?? 0] ?? 0) / weight;
    return strength({ count, own: row.own, share }, settings);
  });
}

/**
 * The rows that change when some shoppers' orders change: `before` and `after` hold these shoppers only, whole. What a row
 * did not keep counts from its new part on, until all is learned anew; no other row is touched.
 */
export function changedRows(
  change: { readonly before: OrderLog; readonly after: OrderLog },
  kept: Pick<TransitionCounts, "held" | "weight" | "meanLength"> & { readonly rowOf: (product: number) => CountRow },
  { settings, keep }: { readonly settings: TransitionSettings; readonly keep: number },
): Pick<TransitionCounts, "held" | "weight"> & { readonly rows: ReadonlyMap<number, CountRow> } {
  const [before, after] = [change.before, change.after].map((log) => pairCounts(log, settings, kept.meanLength));
  if (before === undefined || after === undefined) throw new Error("Two logs give two counts");
  const held = kept.held.map((weight, product) => weight + (after.held[product] ?? 0) - (before.held[product] ?? 0));
  const weight = kept.weight + after.weight - before.weight;
  const [sums, gone] = [sparseSums(held.length), sparseSums(held.length)];
  const strongest = strongestOf({ held, weight }, settings, keep);
  const rows = new Map<number, CountRow>();
  for (const product of new Set([...change.before.products, ...change.after.products])) {
    const row = kept.rowOf(product);
    for (const entry of row.entries) addTo(sums, entry.product, entry.score);
    const own = row.own + after.count(product, sums) - before.count(product, gone);
    for (const target of gone.touched.subarray(0, gone.count)) addTo(sums, target, -(gone.values[target] ?? 0));
    rows.set(product, { own, entries: strongest({ product, own, sums }) });
    clearSums(sums);
    clearSums(gone);
  }
  return { held, weight, rows };
}

function strength(
  pair: { readonly count: number; readonly own: number; readonly share: number },
  settings: TransitionSettings,
): number {
  return (pair.count - pair.own * pair.share) / (pair.own + settings.prior) ** settings.power;
}

/** Picks a row's strongest entries, with their counts; only what is above chance is ever kept. */
function strongestOf(counts: Pick<PairCounts, "held" | "weight">, settings: TransitionSettings, keep: number) {
  const best = bestOf(keep);
  return ({ product, own, sums }: { readonly product: number; readonly own: number; readonly sums: SparseSums }) => {
    for (let at = 0; at < sums.count; at += 1) {
      const target = sums.touched[at] ?? 0;
      if (settings.of !== "later-orders" && target === product) continue;
      const share = (counts.held[target] ?? 0) / counts.weight;
      const value = strength({ count: sums.values[target] ?? 0, own, share }, settings);
      if (value > 0) best.offer(target, value, share);
    }
    return best.take().map((entry) => ({ product: entry.product, score: sums.values[entry.product] ?? 0 }));
  };
}
