import type { Db } from "#db/client.ts";
import { pushAccountsAfter } from "#db/queries/push-subscriptions.ts";
import { deleteOldPushes } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";

const PAGE = 200;
/** No carrier sends a push again after so long (AfterShip goes on for three days). */
const KEPT_DAYS = 30;

/** Forgets pushes that nobody sends again, account by account; returns how many. */
export async function forgetPushes({ db }: { readonly db: Db }, stopping: AbortSignal): Promise<number> {
  let count = 0;
  let after = "";
  for (;;) {
    const accounts = await pushAccountsAfter(db, after, PAGE);
    for (const { merchantId } of accounts) {
      let gone = 1;
      while (gone > 0 && !stopping.aborted) {
        gone = await withTenant(db, merchantId, (tx) => deleteOldPushes(tx, { merchantId, days: KEPT_DAYS }));
        count += gone;
      }
    }
    const last = accounts.at(-1);
    if (last === undefined || accounts.length < PAGE || stopping.aborted) return count;
    after = last.webhookKey;
  }
}
