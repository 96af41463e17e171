import type { Tx } from "#db/client.ts";
import { countFailures, endPause, pauseAccount } from "#db/queries/account-pauses.ts";
import type { CarrierError } from "#lib/carriers/carrier.ts";
import { tryAgainAfterMs } from "#lib/tracking/try-again.ts";
import type { Call } from "./ask-carrier.ts";
import type { Flight } from "./flight.ts";

/** One call that got no answer may be the parcel's own trouble; after a few in a row it is the carrier's. */
const OUTAGES_BEFORE_A_PAUSE = 3;
const FORBIDDEN_BEFORE_A_PAUSE = 10;

/**
 * Leaves an account alone for a while when its carrier said so, refused the key, or answers nobody: a spent quota is not spent
 * on further parcels, a refused key is not tried until it is locked, and who looks does not ask either. The first answer ends
 * it. Says whether the account is to be left alone.
 */
export async function restAccount(
  tx: Tx,
  input: {
    readonly flight: Pick<Flight, "merchantId" | "accountId">;
    readonly calls: readonly Call[];
    readonly pace: number;
  },
): Promise<boolean> {
  const { flight, calls, pace } = input;
  const troubles = calls.map(troubleOf);
  const trouble = troubles.find((one) => one !== null && one.kind !== "outage") ?? outageOf(troubles);
  if (trouble === null) {
    if (calls.some(hasAnswer)) await endPause(tx, flight);
    return false;
  }
  const failed = trouble.kind === "outage" ? calls.length : 1;
  const failures = await countFailures(tx, { ...flight, calls: failed, problem: trouble.kind });
  const tries = trouble.kind === "outage" ? failures - OUTAGES_BEFORE_A_PAUSE + 1 : failures;
  if (tries < 1) return false;
  const pauseMs = tryAgainAfterMs(trouble.kind, tries, { retryAfterMs: trouble.retryAfterMs, pace });
  await pauseAccount(tx, { ...flight, pauseMs });
  return true;
}

/** An outage is the carrier's only where nothing at all was answered. */
function outageOf(troubles: readonly (CarrierError | null)[]): CarrierError | null {
  return troubles.every((one) => one !== null) ? (troubles[0] ?? null) : null;
}

/**
 * What keeps the account as a whole from being answered, where a call answered nothing at all. One parcel may be another
 * shipper's; where all of a batch are, it is the account.
 */
function troubleOf(call: Call): CarrierError | null {
  if (hasAnswer(call)) return null;
  const errors = [...call.values()].flatMap((answer) => (answer.ok || answer.error.isOwn ? [] : [answer.error]));
  const found = errors.find(({ kind }) => ["quota_spent", "credentials_refused", "outage"].includes(kind));
  const isForbidden = errors.length >= FORBIDDEN_BEFORE_A_PAUSE && errors.every(({ kind }) => kind === "forbidden");
  return found ?? (isForbidden ? (errors[0] ?? null) : null);
}

function hasAnswer(call: Call): boolean {
  return [...call.values()].some(({ ok }) => ok);
}
