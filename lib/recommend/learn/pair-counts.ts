import { addTo, type SparseSums } from "#lib/recommend/score/sparse-sums.ts";
import type { TransitionSettings } from "./engine-settings.ts";
import { type OrderLog, orderCount, shopperCount } from "./order-log.ts";

/** What an older transition of a shopper keeps of its weight with each newer one. */
const OLDER = 0.15;
/** Weights below this are not counted: a long history costs no more than its last five transitions. */
const NEGLIGIBLE = 1e-4;

/** Counts of pairs, a product at a time: what the log says of product `i` needs no other row in memory. */
export type PairCounts = {
  /** Adds product `i`'s weighted count with every other to `sums`; returns `i`'s own weighted count. */
  readonly count: (product: number, sums: SparseSums) => number;
  /** The weighted share of targets that hold each product. */
  readonly shares: Float64Array;
  /** Mean length of a decayed history. */
  readonly meanLength: number;
};

/** The counts that the transition engine is built on; memory is 8 bytes a line beside the log. */
export function pairCounts(log: OrderLog, settings: TransitionSettings): PairCounts {
  const occurrences = occurrencesOf(log);
  return settings.of === "later-orders"
    ? laterCounts(log, occurrences, settings)
    : sameOrderCounts(log, occurrences, settings);
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

function laterCounts(log: OrderLog, { starts, orders }: Occurrences, settings: TransitionSettings): PairCounts {
  const steps = stepsOf(log, settings);
  const { factor, until } = steps;
  const count = (product: number, sums: SparseSums) => {
    let own = 0;
    const end = starts[product + 1] ?? 0;
    for (let at = starts[product] ?? 0; at < end; ) {
      const last = until[orders[at] ?? 0] ?? 0;
      let held = 0;
      for (let order = orders[at] ?? 0; order < last; order += 1) {
        held *= settings.decay;
        if (at < end && orders[at] === order) {
          held += 1;
          at += 1;
        }
        const value = held * (factor[order] ?? 0);
        if (value === 0) continue;
        own += value;
        addOrder(log, order + 1, value, sums);
      }
      // The newest order of a shopper leads nowhere yet.
      if (at < end && orders[at] === last) at += 1;
    }
    return own;
  };
  return { count, shares: steps.shares, meanLength: steps.meanLength };
}

function addOrder(log: OrderLog, order: number, value: number, sums: SparseSums): void {
  const end = log.orderStarts[order + 1] ?? 0;
  for (let at = log.orderStarts[order] ?? 0; at < end; at += 1) addTo(sums, log.products[at] ?? 0, value);
}

/** For each order its weight as the source of the next one, and the shopper's newest order. */
function stepsOf(log: OrderLog, settings: TransitionSettings) {
  const factor = new Float64Array(orderCount(log));
  const until = new Uint32Array(orderCount(log));
  const shares = new Float64Array(log.productCount);
  let [weights, lengths, rows] = [0, 0, 0];
  for (let shopper = 0; shopper < shopperCount(log); shopper += 1) {
    const [from = 0, to = 0] = [log.shopperStarts[shopper], log.shopperStarts[shopper + 1]];
    let length = 0;
    for (let order = from; order < to; order += 1) {
      until[order] = to - 1;
      length = length * settings.decay + (log.orderStarts[order + 1] ?? 0) - (log.orderStarts[order] ?? 0);
      if (order === to - 1) continue;
      lengths += length;
      rows += 1;
      const weight = OLDER ** (to - 2 - order);
      if (weight < NEGLIGIBLE) continue;
      weights += weight;
      factor[order] = weight * length ** -settings.lengthPower;
      for (let at = log.orderStarts[order + 1] ?? 0; at < (log.orderStarts[order + 2] ?? 0); at += 1) {
        const product = log.products[at] ?? 0;
        shares[product] = (shares[product] ?? 0) + weight;
      }
    }
  }
  const meanLength = rows > 0 ? lengths / rows : 1;
  scale(factor, meanLength ** settings.lengthPower);
  scale(shares, weights > 0 ? 1 / weights : 0);
  return { factor, until, shares, meanLength };
}

function sameOrderCounts(log: OrderLog, { starts, orders }: Occurrences, settings: TransitionSettings): PairCounts {
  const meanLength = orderCount(log) > 0 ? log.products.length / orderCount(log) : 1;
  const weights = Float64Array.from({ length: orderCount(log) }, (_, order) => {
    const length = (log.orderStarts[order + 1] ?? 0) - (log.orderStarts[order] ?? 0);
    return (meanLength / length) ** settings.lengthPower;
  });
  const shares = new Float64Array(log.productCount);
  let total = 0;
  for (let order = 0; order < orderCount(log); order += 1) {
    total += weights[order] ?? 0;
    for (let at = log.orderStarts[order] ?? 0; at < (log.orderStarts[order + 1] ?? 0); at += 1) {
      const product = log.products[at] ?? 0;
      shares[product] = (shares[product] ?? 0) + (weights[order] ?? 0);
    }
  }
  scale(shares, total > 0 ? 1 / total : 0);
  const count = (product: number, sums: SparseSums) => {
    let own = 0;
    for (let at = starts[product] ?? 0; at < (starts[product + 1] ?? 0); at += 1) {
      const order = orders[at] ?? 0;
      own += weights[order] ?? 0;
      addOrder(log, order, weights[order] ?? 0, sums);
    }
    return own;
  };
  return { count, shares, meanLength };
}

function scale(values: Float64Array, by: number): void {
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) * by;
}
