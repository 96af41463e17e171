import { sql } from "drizzle-orm";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Db, Tx } from "./client.ts";

/**
 * Runs `work` in one transaction that sees this merchant's rows and no others; row-level security does the rest.
 * The setting ends with the transaction, so a pooled connection never carries a tenant on.
 */
export function withTenant<T>(db: Db, merchantId: MerchantId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('porchlight.merchant_id', ${merchantId}, true)`);
    return work(tx);
  });
}
