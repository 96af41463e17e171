import { bestOf } from "#lib/recommend/score/best.ts";
import type { Rows } from "#lib/recommend/score/model.ts";
import type { EaseSettings } from "./engine-settings.ts";
import { invertInPlace } from "./inverse.ts";
import { historyOf, type OrderLog, orderCount, orderCounts, productsOf, shopperCount } from "./order-log.ts";
import { rowsBuilder } from "./rows-builder.ts";

/** An inverse of so many products takes two minutes and 400 MB; larger shops get transitions. */
export const EASE_PRODUCTS = 5_000;

/** How many products of a log were ever sold: what the regression's size is. */
export function soldCount(log: OrderLog): number {
  return orderCounts(log).reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
}

/**
 * The closed form of EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019) with a column of ones that
 * is not penalised, rows weighted by their length, and EDLAE's extra diagonal (Steck, 2020). Of each row the `keep` largest
 * by size; `prior` is the intercept.
 */
export function easeRows(log: OrderLog, settings: EaseSettings, keep: number): { rows: Rows; prior: Float32Array } {
  const counts = orderCounts(log);
  const sold = Uint32Array.from(counts.keys()).filter((product) => (counts[product] ?? 0) > 0);
  const places = new Int32Array(log.productCount).fill(-1);
  sold.forEach((product, place) => {
    places[product] = place;
  });
  const size = sold.length + 1;
  const matrix = gramOf(log, places, size, settings);
  for (let at = 0; at < sold.length; at += 1) {
    const diagonal = matrix[at * size + at] ?? 0;
    matrix[at * size + at] = diagonal + settings.ridge + (settings.dropout / (1 - settings.dropout)) * diagonal;
  }
  invertInPlace(matrix, size);
  const discount = Float64Array.from(sold, (product) => (counts[product] ?? 1) ** -settings.popularityPower);
  return strongest({ matrix, size, sold, places, discount, keep });
}

/** The lower triangle of Z' W Z, Z being the rows with a one at the end. */
function gramOf(log: OrderLog, places: Int32Array, size: number, settings: EaseSettings): Float64Array {
  const matrix = new Float64Array(size * size);
  const count = settings.of === "orders" ? orderCount(log) : shopperCount(log);
  const rowOf = (at: number) => (settings.of === "orders" ? productsOf(log, at) : historyOf(log, at));
  const lengths = Array.from({ length: count }, (_, at) => rowOf(at).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count);
  for (let at = 0; at < count; at += 1) {
    if ((lengths[at] ?? 0) === 0) continue;
    const weight = (mean / (lengths[at] ?? 1)) ** settings.rowPower;
    const row = [...rowOf(at)].map((product) => places[product] ?? 0).sort((a, b) => a - b);
    row.push(size - 1);
    row.forEach((one, r) => {
      for (let c = 0; c <= r; c += 1) {
        const cell = one * size + (row[c] ?? 0);
        matrix[cell] = (matrix[cell] ?? 0) + weight;
      }
    });
  }
  return matrix;
}

function strongest(learned: {
  readonly matrix: Float64Array;
  readonly size: number;
  readonly sold: Uint32Array;
  readonly places: Int32Array;
  readonly discount: Float64Array;
  readonly keep: number;
}): { rows: Rows; prior: Float32Array } {
  const { matrix, size, sold, places, discount } = learned;
  const entry = (from: number, to: number) =>
    (-(matrix[from * size + to] ?? 0) / (matrix[to * size + to] ?? 1)) * (discount[to] ?? 0);
  const best = bestOf(learned.keep);
  const rows = rowsBuilder(places.length);
  for (const place of places) {
    for (let to = 0; place >= 0 && to < sold.length; to += 1) {
      if (to !== place) best.offer(to, Math.abs(entry(place, to)), 0);
    }
    rows.push(best.take().map(({ product: to }) => ({ product: sold[to] ?? 0, score: entry(place, to) })));
  }
  const least = sold.reduce((lowest, _, to) => Math.min(lowest, entry(size - 1, to)), 0);
  const prior = new Float32Array(places.length).fill(least);
  sold.forEach((product, to) => {
    prior[product] = entry(size - 1, to);
  });
  return { rows: rows.rows(), prior };
}
