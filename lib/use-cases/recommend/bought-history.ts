import type { BoughtRow } from "#db/queries/recommend-serving.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import { type History, recentHistory } from "#lib/recommend/score/recent-history.ts";

/** A shopper's purchases as scoring takes them; products by their numbers in the model. */
export type Bought = {
  /** The recent part, the order that is looked at as the newest: it is what the page is about. */
  readonly history: History;
  /** The products of that part. */
  readonly used: ReadonlySet<number>;
  /** What cannot be offered, since the shopper has it: what is not used up, and all of the order that is looked at. */
  readonly owned: ReadonlySet<number>;
  readonly ids: ReadonlyMap<number, ProductId>;
  /** Days since each purchase of a product, newest first; empty for what was never bought. */
  readonly daysAgoOf: (product: ProductId) => readonly number[];
};

/** The history that rows tell, as far as the model knows the products. */
export function boughtHistory(rows: readonly BoughtRow[]): Bought {
  const orders = new Map<number, number[]>();
  const owned = new Set<number>();
  const ids = new Map<number, ProductId>();
  const days = new Map<ProductId, readonly number[]>();
  for (const { number, productId, replenishable, orders: text } of rows) {
    const uses = text.split(",").map((use) => use.split(":").map(Number));
    const daysAgo = uses.map(([, ago]) => ago ?? 0);
    days.set(productId, daysAgo);
    if (number === null) continue;
    ids.set(number, productId);
    if (!replenishable || uses.some(([place]) => place === 0)) owned.add(number);
    for (const [place = 0] of uses) {
      const order = orders.get(place) ?? [];
      order.push(number);
      orders.set(place, order);
    }
  }
  const oldestFirst = [...orders].sort(([one], [other]) => other - one);
  const history = recentHistory(oldestFirst.map(([, products]) => products.sort((one, other) => one - other)));
  const used = new Set(history.flatMap((order) => Array.from(order)));
  return { history, used, owned, ids, daysAgoOf: (product) => days.get(product) ?? [] };
}
