import type { Db } from "#db/client.ts";
import { forgetFiles } from "#db/queries/uploads.ts";
import { withTenant } from "#db/tenant.ts";
import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";

/** So long a file and the rows that stayed out of it are kept. */
export const UPLOAD_KEPT_DAYS = 7;

/** Deletes files that are old, were thrown away or never came in whole, merchant by merchant; returns how many. */
export async function forgetUploads({ db }: { readonly db: Db }, stopping: AbortSignal): Promise<number> {
  let count = 0;
  for await (const merchantId of allMerchants(db, stopping)) {
    let gone = 1;
    while (gone > 0 && !stopping.aborted) {
      gone = await withTenant(db, merchantId, (tx) => forgetFiles(tx, { merchantId, days: UPLOAD_KEPT_DAYS }));
      count += gone;
    }
  }
  return count;
}
