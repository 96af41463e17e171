import type { GestureGround } from "#db/queries/gestures.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import { type GestureChoice, gestureFor } from "#lib/promise/gesture/gesture-for.ts";
import type { DelayRules } from "./delay-rules-schema.ts";

export type GestureRules = Pick<DelayRules, "gestures" | "budget" | "costs">;
/** What giving something depends on beside the delay and the rules. */
export type GivingGround = Omit<GestureGround, "orderId" | "zone" | "granted">;

/**
 * What these rules give for a delay, by what is known of its order and with so much spent in its month; null for nothing. An
 * order in another currency than the merchant's gets nothing, since no budget tells what it may cost.
 */
export function gestureChoice(
  rules: GestureRules,
  { delay, ground, spentThisMonthMinor }: GivenFor,
): GestureChoice | null {
  if (ground.currency !== ground.budgetCurrency) return null;
  const { totalMinor, shippingMinor, offOrderMinor, offShippingMinor, spentMinor } = ground;
  return gestureFor(rules.gestures, {
    delay,
    occurrence: ground.isAgain ? "again" : "first",
    tier: ground.tier,
    // What was given back is worth nothing a second time; taxes on the goods are part of what they cost the shopper.
    order: {
      valueMinor: Math.max(0, totalMinor - shippingMinor - offOrderMinor),
      shippingMinor: Math.max(0, shippingMinor - offShippingMinor),
    },
    costs: rules.costs,
    budget: { ...rules.budget, spentOnOrderMinor: spentMinor, spentThisMonthMinor },
  });
}

type GivenFor = {
  readonly delay: Delay;
  readonly ground: GivingGround;
  readonly spentThisMonthMinor: number;
};
