import { recentHistory } from "#lib/recommend/score/recent-history.ts";
import { growing } from "./growing.ts";

/** An order as learning sees it: its products by number (repeats do not count) and how much it still tells of what sells now. */
export type LoggedOrder = {
  readonly products: readonly number[];
  /** 1 for an order of today, towards 0 with age. */
  readonly freshness: number;
};

/**
 * A shop's orders in typed arrays, 4 bytes a line: shopper `u` has the orders `shopperStarts[u]` to `shopperStarts[u + 1]`,
 * oldest first; order `o` has `products[orderStarts[o]]` to `products[orderStarts[o + 1]]`, each product once.
 */
export type OrderLog = {
  readonly productCount: number;
  readonly shopperStarts: Uint32Array;
  readonly orderStarts: Uint32Array;
  readonly products: Uint32Array;
  readonly freshness: Float32Array;
};

/** Takes shoppers one by one, so that ten million lines never stand in memory as objects; `log()` ends it. */
export function orderLogBuilder(productCount: number): {
  readonly add: (orders: Iterable<LoggedOrder>) => void;
  readonly log: () => OrderLog;
} {
  const shopperStarts = growing(Uint32Array);
  const orderStarts = growing(Uint32Array);
  const products = growing(Uint32Array);
  const freshness = growing(Float32Array);
  shopperStarts.push(0);
  orderStarts.push(0);
  return {
    add: (orders) => {
      for (const order of orders) {
        const distinct = new Set(order.products);
        if (distinct.size === 0) continue;
        for (const product of distinct) products.push(product);
        orderStarts.push(products.size());
        freshness.push(order.freshness);
      }
      shopperStarts.push(freshness.size());
    },
    log: () => ({
      productCount,
      shopperStarts: shopperStarts.values(),
      orderStarts: orderStarts.values(),
      products: products.values(),
      freshness: freshness.values(),
    }),
  };
}

/** A log of shoppers that are at hand. */
export function orderLogOf(productCount: number, shoppers: Iterable<Iterable<LoggedOrder>>): OrderLog {
  const builder = orderLogBuilder(productCount);
  for (const orders of shoppers) builder.add(orders);
  return builder.log();
}

/** How many shoppers a log holds. */
export function shopperCount(log: OrderLog): number {
  return log.shopperStarts.length - 1;
}

/** How many orders a log holds. */
export function orderCount(log: OrderLog): number {
  return log.freshness.length;
}

/** The products of one order. */
export function productsOf(log: OrderLog, order: number): Uint32Array {
  return log.products.subarray(log.orderStarts[order], log.orderStarts[order + 1]);
}

/** A shopper's orders as lists of products, oldest first. */
export function ordersOf(log: OrderLog, shopper: number): readonly Uint32Array[] {
  const [from = 0, to = 0] = [log.shopperStarts[shopper], log.shopperStarts[shopper + 1]];
  return Array.from({ length: to - from }, (_, at) => productsOf(log, from + at));
}

/** All that a shopper ever bought, each product once. */
export function historyOf(log: OrderLog, shopper: number): readonly number[] {
  const [from = 0, to = 0] = [log.shopperStarts[shopper], log.shopperStarts[shopper + 1]];
  return [...new Set(log.products.subarray(log.orderStarts[from], log.orderStarts[to]))];
}

/** The log as if each shopper had bought everything recent at once: what scoring would take of a history, and no more. */
export function historyLog(log: OrderLog): OrderLog {
  const builder = orderLogBuilder(log.productCount);
  for (let shopper = 0; shopper < shopperCount(log); shopper += 1) {
    const recent = recentHistory(ordersOf(log, shopper));
    builder.add([{ products: recent.flatMap((order) => Array.from(order)), freshness: 1 }]);
  }
  return builder.log();
}

/** In how many orders each product is. */
export function orderCounts(log: OrderLog): Float64Array {
  const counts = new Float64Array(log.productCount);
  for (const product of log.products) counts[product] = (counts[product] ?? 0) + 1;
  return counts;
}
