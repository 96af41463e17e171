import { bestOf } from "#lib/recommend/score/best.ts";
import type { Rows } from "#lib/recommend/score/model.ts";
import { clearSums, type SparseSums, sparseSums } from "#lib/recommend/score/sparse-sums.ts";
import type { TransitionSettings } from "./engine-settings.ts";
import type { PairCounts } from "./pair-counts.ts";
import { rowsBuilder } from "./rows-builder.ts";

/** What keeps a row's counts against what chance would give: (C - n p) / (n + s)^e; only what is above chance stays. */
function transitionStrength(
  pair: { readonly count: number; readonly own: number; readonly share: number },
  settings: TransitionSettings,
): number {
  return (pair.count - pair.own * pair.share) / (pair.own + settings.prior) ** settings.power;
}

/** All rows, `keep` best entries of each, made one after the other: memory is that of the result and one row. */
export function transitionRows(counts: PairCounts, settings: TransitionSettings, keep: number): Rows {
  const productCount = counts.shares.length;
  const sums = sparseSums(productCount);
  const best = bestOf(keep);
  const rows = rowsBuilder(productCount);
  for (let product = 0; product < productCount; product += 1) {
    const own = counts.count(product, sums);
    if (settings.of === "same-order") sums.values[product] = 0;
    offerRow({ sums, own, counts, settings }, best.offer);
    rows.push(best.take());
    clearSums(sums);
  }
  return rows.rows();
}

function offerRow(
  row: {
    readonly sums: SparseSums;
    readonly own: number;
    readonly counts: PairCounts;
    readonly settings: TransitionSettings;
  },
  offer: (product: number, score: number, tie: number) => void,
): void {
  const { sums, own, settings } = row;
  for (let at = 0; at < sums.count; at += 1) {
    const target = sums.touched[at] ?? 0;
    const share = row.counts.shares[target] ?? 0;
    const strength = transitionStrength({ count: sums.values[target] ?? 0, own, share }, settings);
    if (strength > 0) offer(target, strength, share);
  }
}
