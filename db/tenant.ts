import { type SQL, sql } from "drizzle-orm";
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

type TenantValues = { readonly merchantId: MerchantId } & Readonly<Record<string, string | number>>;

/** A statement that reads one merchant's rows: made by `tenantRead`, asked by `readTenant`. */
export type TenantRead<Row> = Statement<Row> & { readonly isWithinTenant: true };

/**
 * A query with `sql.placeholder(name)` for its values, as one statement that sets the tenant itself, and so takes one round
 * trip: by itself it is a transaction, with which the setting ends. The lateral condition and `offset 0` have PostgreSQL set
 * it before it looks at any row; were it otherwise, there would be no rows, never another merchant's.
 */
export function tenantRead<Row>(query: SQL): TenantRead<Row> {
  const read = statement<Row>(sql`
    select r.* from (select set_config('porchlight.merchant_id', ${sql.placeholder("merchantId")}, true) as id) tenant
    cross join lateral (select q.* from (${query}) q where tenant.id is not null offset 0) r`);
  return { ...read, isWithinTenant: true };
}

/** One read of one merchant. Throws when it fails. */
export function readTenant<Row>(db: Db, read: TenantRead<Row>, values: TenantValues): Promise<readonly Row[]> {
  return ask(driverOf(db), read, values);
}
