import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import type { GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { DelayRules } from "./delay-rules-schema.ts";

/** A delay whose row is written, as gestures are granted for it; `now` is the database's. */
type DelayToGrant = {
  readonly merchantId: MerchantId;
  readonly delayId: string;
  readonly delay: Delay;
  readonly rules: Pick<DelayRules, "gestures" | "budget" | "costs">;
  readonly now: Temporal.Instant;
};

/**
 * Grants what the merchant's rules give, at most once a delay, in the transaction that tells of it; null for nothing. Called
 * after every row lock.
 */
export type GrantGesture = (tx: Tx, delay: DelayToGrant) => Promise<GrantedGesture | null>;

/** Gives nothing. */
export const grantNothing: GrantGesture = async () => null;
