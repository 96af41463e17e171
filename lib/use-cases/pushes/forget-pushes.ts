import type { Db } from "#db/client.ts";
import { deleteOldPushes } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";
import { pushedMerchants } from "./pushed-merchants.ts";

/** No carrier sends a push again after so long (AfterShip goes on for three days). */
const KEPT_DAYS = 30;

/** Forgets pushes that nobody sends again, merchant by merchant; returns how many. */
export async function forgetPushes({ db }: { readonly db: Db }, stopping: AbortSignal): Promise<number> {
  let count = 0;
  for await (const merchantId of pushedMerchants(db, stopping)) {
    let gone = 1;
    while (gone > 0 && !stopping.aborted) {
      gone = await withTenant(db, merchantId, (tx) => deleteOldPushes(tx, { merchantId, days: KEPT_DAYS }));
      count += gone;
    }
  }
  return count;
}
