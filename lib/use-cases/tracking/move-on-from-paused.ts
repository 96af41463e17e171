import type { Db } from "#db/client.ts";
import { pausedAccounts } from "#db/queries/account-pauses.ts";
import { moveFromPaused } from "#db/queries/schedule-shipments.ts";
import { withTenant } from "#db/tenant.ts";

/**
 * Accounts that are left alone hand their due parcels to others of their merchant that can answer, some hundred at a time. The
 * parcels come back with their next answer, once the account answers again. Returns how many went. An account of which this
 * fails is told to `onError` and keeps no other waiting.
 */
export async function moveOnFromPaused(db: Db, onError: (error: unknown) => void): Promise<number> {
  let moved = 0;
  for (const account of await pausedAccounts(db)) {
    try {
      moved += await withTenant(db, account.merchantId, (tx) => moveFromPaused(tx, account));
    } catch (error) {
      onError(error);
    }
  }
  return moved;
}
