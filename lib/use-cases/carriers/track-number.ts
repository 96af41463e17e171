import type { CarrierAccount } from "#db/queries/carrier-accounts.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { err } from "#lib/kernel/result.ts";
import { type Answer, askCarrier } from "#lib/use-cases/tracking/ask-carrier.ts";
import { limitsOf } from "#lib/use-cases/tracking/limits-of.ts";
import { takeCalls } from "#lib/use-cases/tracking/take-calls.ts";
import type { AskDeps } from "#lib/use-cases/tracking/tracking-deps.ts";

/**
 * Asks about one number with a merchant's account, as part of its budget, and keeps nothing. The answer is `quota_spent`
 * where the budget has no call left.
 */
export async function trackNumber(
  deps: AskDeps,
  {
    merchantId,
    account,
    number,
  }: { readonly merchantId: MerchantId; readonly account: CarrierAccount; readonly number: string },
): Promise<Answer> {
  const limits = limitsOf(account, deps.carriers.get(account.carrier));
  const taken = await takeCalls(deps.db, { merchantId, accountId: account.id, limits, wanted: 1, by: "look" });
  const spent = { kind: "quota_spent", message: "The account's call budget is spent for now" } as const;
  if (taken.granted === 0) return err({ ...spent, retryAfterMs: taken.freeInMs });
  // Whose parcel it is is not known to an aggregator's account.
  const carrier = account.aggregator ? "" : account.carrier;
  const numbers = [{ number, carrier }];
  const [call] = await askCarrier(deps, { merchantId, account, numbers, starts: taken.starts });
  return call?.get(number) ?? err({ kind: "outage", message: "The carrier was not reached", retryAfterMs: null });
}
