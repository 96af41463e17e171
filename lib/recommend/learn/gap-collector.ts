import { usualGapDays } from "#lib/recommend/gate/rhythm.ts";
import { growing } from "./growing.ts";

/** Collects after how many days shoppers bought a product again, 6 bytes a time. */
export function gapCollector(): {
  /** Takes one shopper's orders, oldest first, with their days as numbers. */
  readonly add: (orders: readonly { readonly day: number; readonly products: readonly number[] }[]) => void;
  /** Each product's usual gap in days; null where too few bought it again. */
  readonly usual: (productCount: number) => readonly (number | null)[];
} {
  const products = growing(Uint32Array);
  const gaps = growing(Uint16Array);
  return {
    add: (orders) => {
      if (orders.length < 2) return;
      const lastDays = new Map<number, number>();
      for (const { day, products: bought } of orders) {
        for (const product of bought) {
          const last = lastDays.get(product);
          lastDays.set(product, day);
          if (last === undefined || day <= last) continue;
          products.push(product);
          gaps.push(Math.min(day - last, 65_535));
        }
      }
    },
    usual: (productCount) => mediansBy(products.values(), gaps.values(), productCount),
  };
}

function mediansBy(products: Uint32Array, gaps: Uint16Array, productCount: number): readonly (number | null)[] {
  const ends = new Uint32Array(productCount + 1);
  for (const product of products) ends[product + 1] = (ends[product + 1] ?? 0) + 1;
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const next = ends.slice();
  const sorted = new Uint16Array(gaps.length);
  for (const [at, product] of products.entries()) {
    sorted[next[product] ?? 0] = gaps[at] ?? 0;
    next[product] = (next[product] ?? 0) + 1;
  }
  return Array.from({ length: productCount }, (_, product) =>
    usualGapDays([...sorted.subarray(ends[product], ends[product + 1])]),
  );
}
