/** Sums by product of which only the touched ones are looked at and cleared: one array for many rows or shoppers. */
export type SparseSums = {
  readonly values: Float64Array;
  readonly touched: Uint32Array;
  readonly isTouched: Uint8Array;
  count: number;
};

/** Empty sums for products 0 to `size` - 1: 13 bytes a product. */
export function sparseSums(size: number): SparseSums {
  return {
    values: new Float64Array(size),
    touched: new Uint32Array(size),
    isTouched: new Uint8Array(size),
    count: 0,
  };
}

/** Adds to one product's sum. */
export function addTo(sums: SparseSums, product: number, value: number): void {
  if (sums.isTouched[product] === 0) {
    sums.isTouched[product] = 1;
    sums.touched[sums.count] = product;
    sums.count += 1;
  }
  sums.values[product] = (sums.values[product] ?? 0) + value;
}

/** Forgets everything, at the cost of what was touched. */
export function clearSums(sums: SparseSums): void {
  for (let at = 0; at < sums.count; at += 1) {
    const product = sums.touched[at] ?? 0;
    sums.values[product] = 0;
    sums.isTouched[product] = 0;
  }
  sums.count = 0;
}
