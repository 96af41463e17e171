import { type OrderLog, orderCount } from "./order-log.ts";

/** What sells now: sums of the orders' freshness by product, the highest 1. What never sold has 0. */
export function popularityOf(log: OrderLog): Float32Array {
  const sums = new Float64Array(log.productCount);
  for (let order = 0; order < orderCount(log); order += 1) {
    const freshness = log.freshness[order] ?? 0;
    for (let at = log.orderStarts[order] ?? 0; at < (log.orderStarts[order + 1] ?? 0); at += 1) {
      const product = log.products[at] ?? 0;
      sums[product] = (sums[product] ?? 0) + freshness;
    }
  }
  const highest = sums.reduce((most, sum) => Math.max(most, sum), 0);
  return Float32Array.from(sums, (sum) => (highest > 0 ? sum / highest : 0));
}
