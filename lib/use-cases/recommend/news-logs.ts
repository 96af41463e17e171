import type { NewOrders } from "#db/queries/recommend-increments.ts";
import type { OrdersText } from "#db/queries/recommend-log.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import { freshnessOf } from "#lib/recommend/learn/freshness.ts";
import { type OrderLog, orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { ordersIn } from "./orders-text.ts";

/** The shoppers with new orders, whole: as they were counted, as they are now, and what came. */
export type NewsLogs = { readonly before: OrderLog; readonly after: OrderLog; readonly added: OrderLog };

/** Logs of what came; freshness is counted from the day on which the model was built, so that sums add up. */
export function newsLogs(
  news: readonly NewOrders[],
  numbers: ReadonlyMap<ProductId, number>,
  builtDay: number,
): NewsLogs {
  const logOf = (textOf: (one: NewOrders) => OrdersText | null) =>
    orderLogOf(
      numbers.size,
      news.map((one) =>
        ordersIn(textOf(one), numbers).map(({ day, products }) => ({
          products,
          freshness: freshnessOf(builtDay - day),
        })),
      ),
    );
  return { before: logOf((one) => one.before), after: logOf((one) => one.after), added: logOf((one) => one.added) };
}
