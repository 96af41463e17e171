import type { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { databaseNow } from "#db/queries/database-now.ts";
import { findGestureGround, findSpent, type GestureGround, lockGestures } from "#db/queries/gestures.ts";
import { findJudgeGround } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import { budgetLeft } from "#lib/promise/gesture/budget.ts";
import { costOf } from "#lib/promise/gesture/cost-of.ts";
import type { Gesture, GestureRule, GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { DelayRules } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { orderMoney } from "#lib/use-cases/promises/gesture-choice.ts";
import { budgetMonth, grantChosen } from "#lib/use-cases/promises/grant-chosen.ts";
import { delayRulesFrom } from "#lib/use-cases/promises/stored-rules.ts";

type About = { readonly merchantId: MerchantId; readonly delayId: string };

/** One gift that a person may give, and what it costs; `null` where nobody said what that is. */
export type GestureOption = { readonly ruleId: string; readonly gesture: Gesture; readonly costMinor: number };

/** What may be given for a delay, and what is left of the budgets; `leftMinor` null where they have no end. */
export type GestureRoom = {
  readonly currency: string;
  readonly leftMinor: number | null;
  readonly options: readonly GestureOption[];
  readonly granted: GrantedGesture | null;
};

/** `over`: more than is left. `had`: it has had something. `unknown`: no such delay or gift, or nobody can tell what it costs. */
export type GiveOutcome =
  | { readonly kind: "given" | "had" | "unknown" }
  | { readonly kind: "over"; readonly leftMinor: number; readonly currency: string };

/** How an amount of a person's own choice stands among the rules. */
const BY_HAND = "by_hand";

/** What a person can give for a delay now; null where there is no such delay, or its order is in another currency than the budgets. */
export async function gestureRoom(tx: Tx, about: About): Promise<GestureRoom | null> {
  const found = await roomOf(tx, about, await databaseNow(tx));
  if (found === null) return null;
  const { ground, rules, leftMinor } = found;
  const options = rules.gestures.flatMap((rule) => optionOf(rule, ground, rules) ?? []);
  const { currency, granted } = ground;
  return { currency, leftMinor: Number.isFinite(leftMinor) ? leftMinor : null, options: distinct(options), granted };
}

/**
 * Gives for a delay what a person decided: a gift of the shop's rules, or an amount off the next order. Within the budgets
 * and once a delay, exactly as where a rule gives (product rule 6).
 */
export function giveGesture(
  { db }: { readonly db: Db },
  input: About & {
    readonly actor: PersonId;
    readonly gift: { readonly ruleId: string } | { readonly amountMinor: number };
  },
): Promise<GiveOutcome> {
  return withTenant(db, input.merchantId, async (tx): Promise<GiveOutcome> => {
    await lockGestures(tx, input);
    const now = await databaseNow(tx);
    const found = await roomOf(tx, input, now);
    if (found === null) return { kind: "unknown" };
    const { ground, rules, leftMinor, month } = found;
    if (ground.granted !== null) return { kind: "had" };
    const rule = giftRule(input.gift, rules);
    const option = rule === null ? null : optionOf(rule, ground, rules);
    if (rule === null || option === null) return { kind: "unknown" };
    const { gesture, costMinor } = option;
    if (costMinor > leftMinor) return { kind: "over", leftMinor, currency: ground.currency };
    const choice = { rule, gesture, costMinor };
    await grantChosen(tx, { ...input, now }, { ...ground, month, choice });
    return { kind: "given" };
  });
}

async function roomOf(tx: Tx, about: About, now: Temporal.Instant) {
  const ground = await findGestureGround(tx, { ...about, now });
  if (ground === null || ground.currency !== ground.budgetCurrency) return null;
  const rules = delayRulesFrom((await findJudgeGround(tx, about)).delayRules);
  const month = budgetMonth(now, ground);
  const spentThisMonthMinor = await findSpent(tx, { merchantId: about.merchantId, month });
  const leftMinor = budgetLeft({ ...rules.budget, spentOnOrderMinor: ground.spentMinor, spentThisMonthMinor });
  return { ground, rules, month, leftMinor };
}

const NO_CONDITION: GestureRule["when"] = {
  daysLateAtLeast: null,
  severityAtLeast: null,
  orderValueAtLeastMinor: null,
  tiers: null,
  neededByMissed: null,
  occurrence: null,
};

function giftRule(
  gift: { readonly ruleId: string } | { readonly amountMinor: number },
  rules: DelayRules,
): GestureRule | null {
  if ("ruleId" in gift) return rules.gestures.find(({ id }) => id === gift.ruleId) ?? null;
  if (gift.amountMinor < 1) return null;
  const give = { kind: "amount_off", amountMinor: gift.amountMinor, on: "next_order" } as const;
  return { id: BY_HAND, name: BY_HAND, when: NO_CONDITION, give };
}

/** Null for what is worth nothing on this order, or of which nobody said what it costs. */
function optionOf(rule: GestureRule, ground: GestureGround, rules: DelayRules): GestureOption | null {
  const costMinor = costOf(rule.give, orderMoney(ground), rules.costs);
  if (costMinor === null) return null;
  const isWorthNothing = costMinor <= 0 && rule.give.kind !== "points" && rule.give.kind !== "free_express";
  return isWorthNothing ? null : { ruleId: rule.id, gesture: rule.give, costMinor };
}

function distinct(options: readonly GestureOption[]): readonly GestureOption[] {
  const seen = new Map(options.map((option) => [JSON.stringify(option.gesture), option]));
  return [...seen.values()];
}
