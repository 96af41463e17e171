/** A shopper's orders, oldest first, as products by number. */
export type History = readonly ArrayLike<number>[];

/** Older orders and more products than these add nothing that can be measured, but cost time at every look. */
export const RECENT_ORDERS = 25;
export const RECENT_PRODUCTS = 60;

/**
 * The newest part of a history: whole orders, oldest first, as long as their products together are few enough. Of a single
 * order that is larger the first products.
 */
export function recentHistory(history: History): History {
  const products = new Set<number>();
  const recent: (readonly number[])[] = [];
  for (const order of history.slice(-RECENT_ORDERS).toReversed()) {
    const list = Array.from(order);
    const added = list.filter((product) => !products.has(product));
    if (products.size + added.length > RECENT_PRODUCTS) {
      return recent.length > 0 ? recent.toReversed() : [list.slice(0, RECENT_PRODUCTS)];
    }
    for (const product of added) products.add(product);
    recent.push(list);
  }
  return recent.toReversed();
}
