import { type OrderLog, shopperCount } from "#lib/recommend/learn/order-log.ts";
import type { Task } from "./held-back.ts";

/** Of so many shoppers who came back a fifth gives enough questions to choose an engine by. */
const LEAST_RETURNING = 250;

/**
 * What a shop's engine is chosen for: where shoppers come back, the next order (where things are used up, with what is bought
 * again; else only what is new to them); where hardly anybody does, what goes with an order.
 */
export function taskOf(log: OrderLog, sellsReplenishables: boolean): Task {
  let returning = 0;
  for (let shopper = 0; shopper < shopperCount(log) && returning < LEAST_RETURNING; shopper += 1) {
    if ((log.shopperStarts[shopper + 1] ?? 0) - (log.shopperStarts[shopper] ?? 0) > 1) returning += 1;
  }
  if (returning < LEAST_RETURNING) return "completion";
  return sellsReplenishables ? "next-basket" : "novel";
}
