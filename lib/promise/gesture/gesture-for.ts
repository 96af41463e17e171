import type { Delay } from "#lib/promise/delay/delay.ts";
import { type Budget, budgetLeft, withinBudget } from "./budget.ts";
import { costOf, type OrderMoney, type UnitCosts } from "./cost-of.ts";
import type { Gesture, GestureRule } from "./gesture.ts";

/** `occurrence`: whether the shopper had a delay before this one. */
export type GestureFacts = {
  readonly delay: Delay;
  readonly occurrence: "first" | "again";
  readonly tier: string | null;
  readonly order: OrderMoney;
  readonly costs: UnitCosts;
  readonly budget: Budget;
};

export type GestureChoice = { readonly rule: GestureRule; readonly gesture: Gesture; readonly costMinor: number };

/** Less than this share of what the rule meant is no gesture but an insult, and is not given. */
const LEAST_SHARE = 0.5;

/**
 * What the merchant's rules give for a delay: the first that fits, in the merchant's order, among those whose gesture is
 * worth something on this order. Only with an apology. What the budgets do not cover is reduced where it is money,
 * else not given; never is more spent than is left (product rule 6).
 */
export function gestureFor(rules: readonly GestureRule[], facts: GestureFacts): GestureChoice | null {
  if (facts.delay.level !== "apology") return null;
  for (const rule of rules) {
    const costMinor = fits(rule, facts) ? costOf(rule.give, facts.order, facts.costs) : null;
    if (costMinor === null || isWorthNothing(rule.give, costMinor)) continue;
    return afforded(rule, costMinor, facts.budget);
  }
  return null;
}

/**
 * Days late count as they are sure, not as they are feared. A day of the shopper's own, which the shop's promise does not
 * name, brings a gesture only by a rule that is about such days.
 */
function fits({ when }: GestureRule, { delay, order, tier, occurrence }: GestureFacts): boolean {
  const { daysLateAtLeast, severityAtLeast, orderValueAtLeastMinor, tiers, neededByMissed } = when;
  if (delay.cause === "needed_by" && neededByMissed !== true) return false;
  return (
    (daysLateAtLeast === null || (delay.leastDaysLate ?? 0) >= daysLateAtLeast) &&
    (severityAtLeast === null || delay.severity >= severityAtLeast) &&
    (orderValueAtLeastMinor === null || order.valueMinor >= orderValueAtLeastMinor) &&
    (tiers === null || (tier !== null && tiers.includes(tier))) &&
    (neededByMissed === null || delay.missesNeeded === neededByMissed) &&
    (when.occurrence === null || occurrence === when.occurrence)
  );
}

/** Shipping that was free cannot be refunded. Points and express are worth something whatever they cost the shop. */
function isWorthNothing({ kind }: Gesture, costMinor: number): boolean {
  return costMinor <= 0 && kind !== "points" && kind !== "free_express";
}

function afforded(rule: GestureRule, costMinor: number, budget: Budget): GestureChoice | null {
  if (withinBudget(costMinor, budget)) return { rule, gesture: rule.give, costMinor };
  const left = Math.floor(budgetLeft(budget));
  const gesture = left > 0 && left >= costMinor * LEAST_SHARE ? asAmount(rule.give, left) : null;
  return gesture === null ? null : { rule, gesture, costMinor: left };
}

/** What is left is told as an amount: a percentage that stops half-way would be a broken promise of its own. */
function asAmount(gesture: Gesture, amountMinor: number): Gesture | null {
  if (gesture.kind !== "percent_off" && gesture.kind !== "amount_off") return null;
  return { kind: "amount_off", amountMinor, on: gesture.on };
}
