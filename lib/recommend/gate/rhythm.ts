/** So many gaps at the product's usual length stand beside a shopper's own: one early order is not a habit. */
const PSEUDO_GAPS = 2;
/** From this share of the gap on a shopper may want to order, so that it arrives in time. */
const DUE_SHARE = 0.8;

/**
 * Days after which this shopper buys this product again: the geometric mean of the own gaps, drawn towards what is usual for
 * the product. Null when neither is known. `daysAgo` are the shopper's purchases of it, in any order.
 */
export function ownGapDays(daysAgo: readonly number[], usualGapDays: number | null): number | null {
  const days = [...new Set(daysAgo)].sort((a, b) => b - a);
  const gaps = days.slice(1).map((day, at) => (days[at] ?? day) - day);
  const usual = usualGapDays === null || usualGapDays <= 0 ? null : usualGapDays;
  const pseudo = usual === null ? 0 : PSEUDO_GAPS;
  if (gaps.length + pseudo === 0) return null;
  const logs = gaps.reduce((sum, gap) => sum + Math.log(gap), pseudo * Math.log(usual ?? 1));
  return Math.exp(logs / (gaps.length + pseudo));
}

/**
 * Whether a product that is used up is wanted again by now. Without a known rhythm only time can tell: after
 * `unknownDays`.
 */
export function isDue(daysAgo: readonly number[], usualGapDays: number | null, unknownDays = 30): boolean {
  const last = Math.min(...daysAgo);
  return last >= (ownGapDays(daysAgo, usualGapDays) ?? unknownDays) * DUE_SHARE;
}

/** The median of gaps in days, for a product's usual rhythm; null of fewer than `least`. */
export function usualGapDays(gaps: readonly number[], least = 5): number | null {
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return sorted.length < least ? null : (sorted[Math.floor(sorted.length / 2)] ?? null);
}
