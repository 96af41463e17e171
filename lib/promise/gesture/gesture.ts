import type { Severity } from "#lib/promise/delay/delay.ts";

/** Which order the money is taken off. */
export type GivenOn = "this_order" | "next_order";

/** Compensation. Money is in minor units of the order's currency, percentages from 1 to 100. */
export type Gesture =
  | { readonly kind: "shipping_refund" }
  | { readonly kind: "percent_off"; readonly percent: number; readonly on: GivenOn }
  | { readonly kind: "amount_off"; readonly amountMinor: number; readonly on: GivenOn }
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "free_express" };

/** When a merchant gives what. A condition that is null asks nothing; all that are set have to hold. */
export type GestureRule = {
  readonly id: string;
  readonly name: string;
  readonly when: {
    readonly daysLateAtLeast: number | null;
    readonly severityAtLeast: Exclude<Severity, 0> | null;
    readonly orderValueAtLeastMinor: number | null;
    readonly tiers: readonly string[] | null;
    readonly neededByMissed: boolean | null;
    readonly occurrence: "first" | "again" | null;
  };
  readonly give: Gesture;
};

/** What the rules came to, as it is stored and shown: `costMinor` is the most that it can ever cost. */
export type GrantedGesture = {
  readonly ruleId: string;
  readonly gesture: Gesture;
  readonly costMinor: number;
  /** Null where nothing has to be typed in: it comes by itself. */
  readonly code: string | null;
};
