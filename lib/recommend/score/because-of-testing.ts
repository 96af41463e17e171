import type { Model } from "./model.ts";
import type { History } from "./recent-history.ts";
import { decayedWeights } from "./shopper-scores.ts";

/**
 * What serving must agree with, plainly: for each of some products the product of a history that speaks most for it: what "because you bought ..." names. A product
 * never speaks for itself; one that nothing in the history speaks for is left out: it is there for its popularity.
 */
export function becauseOf(model: Model, history: History, products: ReadonlySet<number>): ReadonlyMap<number, number> {
  const { starts, targets, strengths } = model.rows;
  const most = new Map<number, { readonly strength: number; readonly source: number }>();
  for (const [source, weight] of decayedWeights(history, model)) {
    for (let at = starts[source] ?? 0; at < (starts[source + 1] ?? 0); at += 1) {
      const target = targets[at] ?? 0;
      if (target === source || !products.has(target)) continue;
      const strength = weight * (strengths[at] ?? 0);
      if (strength > (most.get(target)?.strength ?? 0)) most.set(target, { strength, source });
    }
  }
  return new Map([...most].map(([target, { source }]) => [target, source]));
}
