import { sql } from "drizzle-orm";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type Db, driverOf, type Tx } from "./client.ts";
import { ask, type Statement, statement } from "./statement.ts";

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

const setTenant = statement(sql`select set_config('porchlight.merchant_id', ${sql.placeholder("merchantId")}, true)`);

type TenantValues = { readonly merchantId: MerchantId } & Readonly<Record<string, string | number>>;

/**
 * One read of one merchant in a transaction of its own, which can write nothing: what `withTenant` does, with the tenant and
 * the read in one round trip. Throws when any part of it fails.
 */
export function readTenant<Row>(db: Db, read: Statement<Row>, values: TenantValues): Promise<readonly Row[]> {
  return driverOf(db).begin("read only", async (driver) => {
    const [, rows] = await Promise.all([ask(driver, setTenant, values), ask(driver, read, values)]);
    return rows;
  }) as Promise<readonly Row[]>;
}
