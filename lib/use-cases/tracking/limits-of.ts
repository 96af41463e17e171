import type { CarrierAccount } from "#db/queries/carrier-accounts.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";

const NO_LIMITS: CallLimits = { perSecond: null, perHour: null, perDay: null };

/** The limits that an account begins with: its carrier's, and none for one that is played. */
export function limitsOf(
  account: Pick<CarrierAccount, "sandbox">,
  carrier: Pick<Carrier, "limits"> | undefined,
): CallLimits {
  return account.sandbox || carrier === undefined ? NO_LIMITS : carrier.limits;
}
