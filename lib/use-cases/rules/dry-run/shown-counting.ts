import type { OfferOfPeriod } from "#db/queries/dry-run-offers.ts";
import type { ShownSum } from "#lib/recommend/measure/shown-sum.ts";

/** What looks came to so far. */
export type ShownCounting = {
  rows: number;
  products: number;
  readonly shoppers: Set<string>;
  readonly withheld: Map<string, number>;
};

export function newShown(): ShownCounting {
  return { rows: 0, products: 0, shoppers: new Set(), withheld: new Map() };
}

/** One look more: a row, or why there was none. */
export function noteShown(
  sum: ShownCounting,
  { shopperId, orderId }: Pick<OfferOfPeriod, "shopperId" | "orderId">,
  { shown, reason }: { readonly shown: readonly unknown[]; readonly reason: string | null },
): void {
  if (shown.length > 0) {
    sum.rows += 1;
    sum.products += shown.length;
    sum.shoppers.add(shopperId ?? orderId);
    return;
  }
  const why = reason ?? "nothing_left";
  sum.withheld.set(why, (sum.withheld.get(why) ?? 0) + 1);
}

export function shownSum({ rows, products, shoppers, withheld }: ShownCounting): ShownSum {
  return { rows, products, shoppers: shoppers.size, withheld: Object.fromEntries(withheld) };
}
