/** How often each product was sold and came back, in order lines: a bulk correction counts once. */
export type ReturnCounts = { readonly sold: Float64Array; readonly returned: Float64Array };

/** So many sold lines at the shop's own mean are added to each product: one return of one sale says little. */
const PSEUDO_SALES = 20;
const WORST_SHARE = 0.1;

/**
 * The tenth of the sold products that comes back most, by a return rate drawn towards the shop's mean; never one that comes
 * back less than the mean, and none in a shop without returns. 1 marks a product of that tenth.
 */
export function mostReturned({ sold, returned }: ReturnCounts): Uint8Array {
  const [allSold, allReturned] = [sold, returned].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const mean = (allReturned ?? 0) / Math.max(1, allSold ?? 0);
  const rates = sold.map((count, product) => ((returned[product] ?? 0) + PSEUDO_SALES * mean) / (count + PSEUDO_SALES));
  const ranked = Uint32Array.from(sold.keys())
    .filter((product) => (sold[product] ?? 0) > 0)
    .sort((a, b) => (rates[b] ?? 0) - (rates[a] ?? 0) || a - b);
  const marks = new Uint8Array(sold.length);
  for (const product of ranked.subarray(0, Math.floor(ranked.length * WORST_SHARE))) {
    if ((rates[product] ?? 0) > mean) marks[product] = 1;
  }
  return marks;
}
