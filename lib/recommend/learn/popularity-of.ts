import { type OrderLog, orderCount } from "./order-log.ts";

/** Sums of the orders' freshness by product: what sells now, in the log's own measure. */
export function freshSums(log: OrderLog): Float64Array {
  const sums = new Float64Array(log.productCount);
  for (let order = 0; order < orderCount(log); order += 1) {
    const freshness = log.freshness[order] ?? 0;
    for (let at = log.orderStarts[order] ?? 0; at < (log.orderStarts[order + 1] ?? 0); at += 1) {
      const product = log.products[at] ?? 0;
      sums[product] = (sums[product] ?? 0) + freshness;
    }
  }
  return sums;
}

/** Sums of freshness as shares of the highest, which is 1. What never sold has 0. */
export function popularityOf(sums: Float64Array): Float32Array {
  const highest = highestOf(sums);
  return Float32Array.from(sums, (sum) => (highest > 0 ? sum / highest : 0));
}

/** The highest of some sums; 0 of none. */
export function highestOf(sums: Float64Array): number {
  return sums.reduce((most, sum) => Math.max(most, sum), 0);
}
