import type { Model } from "./model.ts";
import type { History } from "./recent-history.ts";
import { decayedWeights } from "./shopper-scores.ts";

/**
 * The product of a history that speaks most for another: what "because you bought ..." names. The product itself never does;
 * null when nothing in the history speaks for it, so that it is there for its popularity.
 */
export function becauseOf(model: Model, history: History, product: number): number | null {
  const { starts, targets, strengths } = model.rows;
  let [most, because]: [number, number | null] = [0, null];
  for (const [source, weight] of decayedWeights(history, model)) {
    if (source === product) continue;
    for (let at = starts[source] ?? 0; at < (starts[source + 1] ?? 0); at += 1) {
      const strength = targets[at] === product ? weight * (strengths[at] ?? 0) : 0;
      if (strength > most) [most, because] = [strength, source];
    }
  }
  return because;
}
