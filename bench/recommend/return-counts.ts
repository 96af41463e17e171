import type { ReturnCounts } from "#lib/recommend/gate/most-returned.ts";
import type { numberer } from "./numberer.ts";
import type { RetailRow } from "./retail-rows.ts";

/** By product its lines that were sold, and those that an invoice took back (its number begins with C), before a day. */
export function returnCounts(
  rows: readonly RetailRow[],
  { number, before }: { readonly number: ReturnType<typeof numberer>; readonly before: string },
): ReturnCounts {
  const count = number.count();
  const [sold, returned] = [new Float64Array(count), new Float64Array(count)];
  for (const { invoice, sku, quantity, at, price } of rows) {
    const product = number.of(sku);
    if (at >= before || product >= count || price <= 0) continue;
    if (/^C/i.test(invoice)) returned[product] = (returned[product] ?? 0) + 1;
    else if (quantity > 0) sold[product] = (sold[product] ?? 0) + 1;
  }
  return { sold, returned };
}
