import type { Tx } from "#db/client.ts";
import { countFailure, endPause, pauseAccount } from "#db/queries/account-pauses.ts";
import type { CarrierError } from "#lib/carriers/carrier.ts";
import { tryAgainAfterMs } from "#lib/tracking/try-again.ts";
import type { Answer } from "./ask-carrier.ts";
import type { Flight } from "./flight.ts";

/** One call that got no answer may be the parcel's own trouble; after a few in a row it is the carrier's. */
const OUTAGES_BEFORE_A_PAUSE = 3;

/**
 * Leaves an account alone for a while when its carrier said so, refused the key, or answers nobody: a spent quota is not spent
 * on further parcels, a refused key is not tried until it is locked, and who looks does not ask either. The first answer ends
 * it. Says whether the account is to be left alone.
 */
export async function restAccount(
  tx: Tx,
  input: { readonly flight: Flight; readonly answers: ReadonlyMap<string, Answer>; readonly pace: number },
): Promise<boolean> {
  const { flight, pace } = input;
  const answers = [...input.answers.values()];
  const trouble = accountTrouble(answers);
  if (trouble === null) {
    if (answers.some(({ ok }) => ok)) await endPause(tx, flight);
    return false;
  }
  const failures = await countFailure(tx, flight);
  const tries = trouble.kind === "outage" ? failures - OUTAGES_BEFORE_A_PAUSE + 1 : failures;
  if (tries < 1) return false;
  const pauseMs = tryAgainAfterMs(trouble.kind, tries, { retryAfterMs: trouble.retryAfterMs, pace });
  await pauseAccount(tx, { ...flight, pauseMs });
  return true;
}

/** What keeps the account as a whole from being answered, where nothing was answered at all. */
function accountTrouble(answers: readonly Answer[]): CarrierError | null {
  const errors = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  if (errors.length < answers.length) return null;
  return errors.find(({ kind }) => ["quota_spent", "credentials_refused", "outage"].includes(kind)) ?? null;
}
