import type { Window } from "#lib/tracking/page/tracking-page.ts";
import { breachOf, type Wrong } from "./breach-of.ts";
import type { DelayFacts } from "./delay.ts";

/**
 * Whether the shopper's own day is missed: it counts as a promise of its own. A day named on the page that lies before the
 * shop's own window, or where nothing was promised, is a wish that nobody agreed to: it is answered calmly.
 */
export function neededBreach(facts: DelayFacts, promise: Window | null): Wrong | null {
  if (facts.neededBy === null) return null;
  const breach = breachOf(facts.neededBy, facts.pLateNeeded, facts);
  if (breach === null) return null;
  const level = breach.level === "apology" && !isAgreed(facts, promise) ? "calm" : breach.level;
  return { ...breach, level, cause: "needed_by" };
}

/** Whether the day was named with the order, or lies within what the shop said of its own accord. */
export function isAgreed({ neededBy, neededBySaid }: DelayFacts, promise: Window | null): boolean {
  if (neededBySaid === "order") return true;
  return neededBy !== null && promise !== null && neededBy >= promise.fromDay;
}
