import { addTo, type SparseSums } from "#lib/recommend/score/sparse-sums.ts";
import type { TransitionSettings } from "./engine-settings.ts";
import { historyLog, type OrderLog, orderCount, shopperCount } from "./order-log.ts";

/** Weights below this are not counted: at 0.15 a long history costs no more than its last five transitions. */
const NEGLIGIBLE = 1e-4;

/** Counts of pairs, a product at a time: what the log says of product `i` needs no other row in memory. */
export type PairCounts = {
  /** Adds product `i`'s weighted count with every other to `sums`; returns `i`'s own weighted count. */
  readonly count: (product: number, sums: SparseSums) => number;
  /** The summed weights of the targets that hold each product. */
  readonly held: Float64Array;
  /** The summed weights of all targets. */
  readonly weight: number;
  /** Mean length of a decayed history. */
  readonly meanLength: number;
};

/**
 * The counts that the transition engine is built on; memory is 8 bytes a line beside the log. `meanLength` is the log's own,
 * unless the counts are to be added to those of a larger one.
 */
export function pairCounts(log: OrderLog, settings: TransitionSettings, meanLength?: number): PairCounts {
  const counted = settings.of === "same-history" ? historyLog(log) : log;
  const counting = { log: counted, settings, meanLength: meanLength ?? meanLengthOf(counted, settings) };
  const occurrences = occurrencesOf(counted);
  return settings.of === "later-orders" ? laterCounts(counting, occurrences) : sameOrderCounts(counting, occurrences);
}

type Counting = { readonly log: OrderLog; readonly settings: TransitionSettings; readonly meanLength: number };

function meanLengthOf(log: OrderLog, settings: TransitionSettings): number {
  if (settings.of !== "later-orders") return orderCount(log) > 0 ? log.products.length / orderCount(log) : 1;
  let [lengths, rows] = [0, 0];
  for (let shopper = 0; shopper < shopperCount(log); shopper += 1) {
    const [from = 0, to = 0] = [log.shopperStarts[shopper], log.shopperStarts[shopper + 1]];
    let length = 0;
    for (let order = from; order < to - 1; order += 1) {
      length = length * settings.decay + lengthOf(log, order);
      lengths += length;
      rows += 1;
    }
  }
  return rows > 0 ? lengths / rows : 1;
}

function lengthOf(log: OrderLog, order: number): number {
  return (log.orderStarts[order + 1] ?? 0) - (log.orderStarts[order] ?? 0);
}

/** For each product the orders that hold it, in the log's order. */
type Occurrences = { readonly starts: Uint32Array; readonly orders: Uint32Array };

function occurrencesOf(log: OrderLog): Occurrences {
  const starts = new Uint32Array(log.productCount + 1);
  for (const product of log.products) starts[product + 1] = (starts[product + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const orders = new Uint32Array(log.products.length);
  for (let order = 0; order < orderCount(log); order += 1) {
    for (let at = log.orderStarts[order] ?? 0; at < (log.orderStarts[order + 1] ?? 0); at += 1) {
      const product = log.products[at] ?? 0;
      orders[next[product] ?? 0] = order;
      next[product] = (next[product] ?? 0) + 1;
    }
  }
  return { starts, orders };
}

function laterCounts(counting: Counting, { starts, orders }: Occurrences): PairCounts {
  const { log, settings, meanLength } = counting;
  const { factor, until, held: heldBy, weight } = stepsOf(counting);
  const count = (product: number, sums: SparseSums) => {
    let own = 0;
    const end = starts[product + 1] ?? 0;
    for (let at = starts[product] ?? 0; at < end; ) {
      const last = until[orders[at] ?? 0] ?? 0;
      let kept = 0;
      for (let order = orders[at] ?? 0; order < last; order += 1) {
        kept *= settings.decay;
        if (at < end && orders[at] === order) {
          kept += 1;
          at += 1;
        }
        const value = kept * (factor[order] ?? 0);
        if (value === 0) continue;
        own += value;
        addOrder(log, order + 1, value, sums);
      }
      // The newest order of a shopper leads nowhere yet.
      if (at < end && orders[at] === last) at += 1;
    }
    return own;
  };
  return { count, held: heldBy, weight, meanLength };
}

function addOrder(log: OrderLog, order: number, value: number, sums: SparseSums): void {
  const end = log.orderStarts[order + 1] ?? 0;
  for (let at = log.orderStarts[order] ?? 0; at < end; at += 1) addTo(sums, log.products[at] ?? 0, value);
}

/** For each order its weight as the source of the next one, and the shopper's newest order. */
function stepsOf({ log, settings, meanLength }: Counting) {
  const factor = new Float64Array(orderCount(log));
  const until = new Uint32Array(orderCount(log));
  const held = new Float64Array(log.productCount);
  let weights = 0;
  for (let shopper = 0; shopper < shopperCount(log); shopper += 1) {
    const [from = 0, to = 0] = [log.shopperStarts[shopper], log.shopperStarts[shopper + 1]];
    let length = 0;
    until.fill(to - 1, from, to);
    for (let order = from; order < to - 1; order += 1) {
      length = length * settings.decay + lengthOf(log, order);
      const weight = settings.older ** (to - 2 - order);
      if (weight < NEGLIGIBLE) continue;
      weights += weight;
      factor[order] = weight * (meanLength / length) ** settings.lengthPower;
      hold(log, order + 1, weight, held);
    }
  }
  return { factor, until, held, weight: weights };
}

function hold(log: OrderLog, order: number, weight: number, held: Float64Array): void {
  for (let at = log.orderStarts[order] ?? 0; at < (log.orderStarts[order + 1] ?? 0); at += 1) {
    const product = log.products[at] ?? 0;
    held[product] = (held[product] ?? 0) + weight;
  }
}

function sameOrderCounts({ log, settings, meanLength }: Counting, { starts, orders }: Occurrences): PairCounts {
  const weights = new Float64Array(orderCount(log));
  const held = new Float64Array(log.productCount);
  let total = 0;
  for (let order = 0; order < orderCount(log); order += 1) {
    const weight = (meanLength / lengthOf(log, order)) ** settings.lengthPower;
    weights[order] = weight;
    total += weight;
    hold(log, order, weight, held);
  }
  const count = (product: number, sums: SparseSums) => {
    let own = 0;
    for (let at = starts[product] ?? 0; at < (starts[product + 1] ?? 0); at += 1) {
      const order = orders[at] ?? 0;
      own += weights[order] ?? 0;
      addOrder(log, order, weights[order] ?? 0, sums);
    }
    return own;
  };
  return { count, held, weight: total, meanLength };
}
