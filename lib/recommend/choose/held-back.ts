import {
  type LoggedOrder,
  type OrderLog,
  orderLogBuilder,
  ordersOf,
  shopperCount,
} from "#lib/recommend/learn/order-log.ts";
import type { History } from "#lib/recommend/score/recent-history.ts";

/**
 * What is asked of a recommender: the whole next order; what of it was never bought before; or the product that is missing
 * from an order.
 */
export type Task = "next-basket" | "novel" | "completion";

/** One question: what was bought after (or beside) this history. */
export type Case = { readonly history: History; readonly target: ReadonlySet<number> };

/** So many questions tell engines apart to a percentage point. */
const MOST_CASES = 2_000;
/** Of the shoppers at most so many lose their last order. */
const MOST_SHARE = 0.2;
/** Multiples of it spread evenly without a period that the data might share. */
const GOLDEN = 0.618_033_988_749_894_9;
/** A larger shop is chosen for on a sample of its shoppers. */
const MOST_LINES = 2_000_000;

/**
 * A shop's own examination: the log without the last orders of some shoppers, spread evenly, and the questions that these
 * orders answer. `mayAsk` names the shoppers whose last order may be held back; everybody's by default.
 */
export function heldBack(
  log: OrderLog,
  task: Task,
  mayAsk: (shopper: number) => boolean = () => true,
): { readonly log: OrderLog; readonly cases: readonly Case[] } {
  const stride = Math.max(1, Math.ceil(log.products.length / MOST_LINES));
  const least = task === "completion" ? 1 : 2;
  const shoppers = Array.from({ length: Math.floor(shopperCount(log) / stride) }, (_, at) => at * stride);
  const askable = shoppers.filter((shopper) => ordersIn(log, shopper) >= least && mayAsk(shopper));
  const share = Math.min(MOST_SHARE, MOST_CASES / Math.max(1, askable.length));
  const asked = new Set(askable.filter((_, at) => (at * GOLDEN) % 1 < share));
  const kept = orderLogBuilder(log.productCount);
  const cases: Case[] = [];
  for (const shopper of shoppers) {
    const orders = ordersOf(log, shopper);
    const last = asked.has(shopper) ? orders.at(-1) : undefined;
    kept.add(loggedOrders(log, shopper, last === undefined ? orders : orders.slice(0, -1)));
    const found = last === undefined ? null : caseOf(orders.slice(0, -1), last, task);
    if (found !== null) cases.push(found);
  }
  return { log: kept.log(), cases };
}

/** The question that an order answers; null when it asks nothing of this task: one product alone, nothing new. */
export function caseOf(earlier: History, order: ArrayLike<number>, task: Task): Case | null {
  const products = Array.from(order);
  if (task === "completion") {
    const sorted = products.toSorted((a, b) => a - b);
    // Any of them, but always the same one; low numbers may be the popular ones, so they are mixed well (Knuth's factor).
    const mixed =
      Math.imul(
        sorted.reduce((sum, product) => sum + product + 1, 0),
        2_654_435_761,
      ) >>> 8;
    const hidden = sorted[mixed % sorted.length];
    if (hidden === undefined || sorted.length < 2) return null;
    return { history: [sorted.filter((product) => product !== hidden)], target: new Set([hidden]) };
  }
  const known = new Set(task === "novel" ? earlier.flatMap((one) => Array.from(one)) : []);
  const target = new Set(products.filter((product) => !known.has(product)));
  return target.size === 0 ? null : { history: earlier, target };
}

function ordersIn(log: OrderLog, shopper: number): number {
  return (log.shopperStarts[shopper + 1] ?? 0) - (log.shopperStarts[shopper] ?? 0);
}

function* loggedOrders(log: OrderLog, shopper: number, orders: readonly Uint32Array[]): Generator<LoggedOrder> {
  const from = log.shopperStarts[shopper] ?? 0;
  for (const [at, products] of orders.entries()) {
    yield { products: Array.from(products), freshness: log.freshness[from + at] ?? 0 };
  }
}
