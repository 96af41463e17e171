import type { OrdersText } from "#db/queries/recommend-log.ts";
import type { ProductId } from "#lib/kernel/ids.ts";

/** An order with its day (days since 1970) and its products by number. */
export type DatedOrder = { readonly day: number; readonly products: readonly number[] };

/** The orders in a text of `recommend-log`, oldest first; products without a number are left out. */
export function ordersIn(text: OrdersText | null, numbers: ReadonlyMap<ProductId, number>): readonly DatedOrder[] {
  if (text === null) return [];
  return text.split(";").map((order) => {
    const colon = order.indexOf(":");
    const products = order
      .slice(colon + 1)
      .split(",")
      .flatMap((id) => numbers.get(id) ?? []);
    return { day: Number(order.slice(0, colon)), products };
  });
}
