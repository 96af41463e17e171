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

/** The questions of so many orders tell engines apart to half a percentage point. */
const MOST_ASKED = 6_000;
/** Of an order, so many products are hidden in turn: a long one must not outvote all others. */
const MOST_HIDDEN = 8;
/** Of the orders, and of the shoppers, at most so many are held back. */
const MOST_SHARE = 0.2;
/** Multiples of it spread evenly without a period that the data might share. */
const GOLDEN = 0.618_033_988_749_894_9;
/** A larger shop is chosen for on a sample of its shoppers. */
const MOST_LINES = 2_000_000;

/** A log without some newest orders, and the questions that these answer. */
export type Exam = { readonly log: OrderLog; readonly cases: readonly Case[] };

/**
 * A shop's own examination. What comes next is later than all that a shop knows, so the newest orders of everybody are held
 * back (up to a fifth); questions are each shopper's first of them. Where times tell nothing apart, and for what completes an
 * order, the last orders of some shoppers, spread evenly. `mayAsk` names the shoppers that may be asked about.
 */
export function heldBack(log: OrderLog, task: Task, mayAsk: (shopper: number) => boolean = () => true): Exam {
  const stride = Math.max(1, Math.ceil(log.products.length / MOST_LINES));
  const shoppers = Array.from({ length: Math.floor(shopperCount(log) / stride) }, (_, at) => at * stride);
  const since = task === "completion" ? null : newestSince(log);
  const cutOf =
    since === null
      ? lastOrders(log, shoppers.filter(mayAsk), task)
      : (shopper: number) => firstSince(log, shopper, since);
  const kept = orderLogBuilder(log.productCount);
  const asked: { readonly earlier: History; readonly order: Uint32Array }[] = [];
  for (const shopper of shoppers) {
    const orders = ordersOf(log, shopper);
    const cut = cutOf(shopper);
    const [earlier, order] = [orders.slice(0, cut), orders[cut]];
    kept.add(loggedOrders(log, shopper, earlier));
    if (order !== undefined && mayAsk(shopper)) asked.push({ earlier, order });
  }
  const questions = spread(asked, MOST_ASKED).flatMap(({ earlier, order }) => casesOf(earlier, order, task));
  return { log: kept.log(), cases: questions };
}

/** The freshness from which on at most a fifth of the orders are as fresh; null where that is none. */
function newestSince({ freshness }: OrderLog): number | null {
  const sorted = Float64Array.from(freshness).sort().reverse();
  const most = Math.floor(sorted.length * MOST_SHARE);
  // All orders of one moment are held back or none.
  let at = most;
  while (at > 0 && sorted[at] === sorted[at - 1]) at -= 1;
  return sorted[at - 1] ?? null;
}

function firstSince(log: OrderLog, shopper: number, since: number): number {
  const from = log.shopperStarts[shopper] ?? 0;
  const count = ordersIn(log, shopper);
  for (let at = 0; at < count; at += 1) if ((log.freshness[from + at] ?? 0) >= since) return at;
  return count;
}

/** Where the last orders of up to a fifth of these shoppers begin; beyond the end for all others. */
function lastOrders(log: OrderLog, shoppers: readonly number[], task: Task): (shopper: number) => number {
  const least = task === "completion" ? 1 : 2;
  const askable = shoppers.filter((shopper) => ordersIn(log, shopper) >= least);
  const asked = new Set(spread(askable, Math.min(MOST_ASKED, askable.length * MOST_SHARE)));
  return (shopper) => ordersIn(log, shopper) - (asked.has(shopper) ? 1 : 0);
}

/** About so many of a list, spread evenly. */
function spread<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter((_, at) => (at * GOLDEN) % 1 < count / list.length);
}

/** The questions that a held-back order answers; of a completion each product in turn, spread evenly over a long order. */
function casesOf(earlier: History, order: ArrayLike<number>, task: Task): readonly Case[] {
  if (task !== "completion") {
    if (earlier.length === 0) return [];
    const found = caseOf(earlier, order, task);
    return found === null ? [] : [found];
  }
  const products = Array.from(order);
  if (products.length < 2) return [];
  const step = Math.max(1, products.length / MOST_HIDDEN);
  return Array.from({ length: Math.min(products.length, MOST_HIDDEN) }, (_, at) => {
    const hidden = products[Math.floor(at * step)];
    const rest = products.filter((product) => product !== hidden);
    return { history: [rest], target: new Set(hidden === undefined ? [] : [hidden]) };
  });
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
