import type { UnitCosts } from "#lib/promise/gesture/cost-of.ts";
import type { Gesture, GestureRule } from "#lib/promise/gesture/gesture.ts";
import { type Ground, listed, money } from "./ground.ts";

export type GestureRules = {
  readonly gestures: readonly GestureRule[];
  readonly budget: { readonly perOrderMinor: number | null; readonly perMonthMinor: number | null };
  readonly costs: UnitCosts;
};

/** What is given for delays and what may be spent, in words. */
export function gestureLines(ground: Ground, { gestures, budget, costs }: GestureRules): readonly string[] {
  const { say } = ground;
  if (gestures.length === 0) return [say("rules.gestures.none")];
  const kinds = new Set(gestures.map(({ give }) => give.kind));
  return [
    ...gestures.map((rule, at) =>
      say("rules.gestures.line", {
        n: at + 1,
        condition: conditionText(ground, rule),
        gift: giftText(ground, rule.give),
      }),
    ),
    budgetLine(ground, budget),
    ...(kinds.has("points") && costs.hundredPointsMinor === null
      ? [say("rules.gestures.uncosted", { what: "points" })]
      : []),
    ...(kinds.has("free_express") && costs.freeExpressMinor === null
      ? [say("rules.gestures.uncosted", { what: "express" })]
      : []),
  ];
}

function conditionText(ground: Ground, { when }: GestureRule): string {
  const { say } = ground;
  const { daysLateAtLeast, severityAtLeast, orderValueAtLeastMinor, tiers, neededByMissed, occurrence } = when;
  const parts = [
    daysLateAtLeast === null ? null : say("rules.gestures.late", { days: daysLateAtLeast }),
    severityAtLeast === null ? null : say("rules.gestures.severity", { severity: String(severityAtLeast) }),
    orderValueAtLeastMinor === null
      ? null
      : say("rules.gestures.worth", { amount: money(ground, orderValueAtLeastMinor) }),
    tiers === null ? null : say("rules.gestures.tiers", { tiers: listed(ground, tiers, "disjunction") }),
    neededByMissed === null ? null : say("rules.gestures.needed", { missed: String(neededByMissed) }),
    occurrence === null ? null : say("rules.gestures.occurrence", { which: occurrence }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return say("rules.gestures.always");
  const text = parts.reduce((first, second) => say("rules.gestures.join", { first, second }));
  return text.charAt(0).toLocaleUpperCase(ground.tag) + text.slice(1);
}

/** What is given: "10 % off the next order". */
function giftText(ground: Ground, give: Gesture): string {
  const { say } = ground;
  switch (give.kind) {
    case "percent_off":
      return say("rules.gestures.give.percent_off", { percent: give.percent, on: give.on });
    case "amount_off":
      return say("rules.gestures.give.amount_off", { amount: money(ground, give.amountMinor), on: give.on });
    case "points":
      return say("rules.gestures.give.points", { points: give.points });
    case "free_express":
    case "shipping_refund":
      return say(`rules.gestures.give.${give.kind}`);
  }
}

function budgetLine(ground: Ground, { perOrderMinor, perMonthMinor }: GestureRules["budget"]): string {
  const { say } = ground;
  if (perOrderMinor === null && perMonthMinor === null) return say("rules.gestures.noBudget");
  const text = say("rules.gestures.budget", {
    order: perOrderMinor === null ? "none" : money(ground, perOrderMinor),
    month: perMonthMinor === null ? "none" : money(ground, perMonthMinor),
    both: perOrderMinor !== null && perMonthMinor !== null ? "yes" : "no",
  });
  return text.charAt(0).toLocaleUpperCase(ground.tag) + text.slice(1);
}
