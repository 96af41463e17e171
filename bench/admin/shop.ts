import { sql } from "drizzle-orm";
import { connect, type Db } from "#db/client.ts";
import type { TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { openDelays, orderRows, parcelRows, peopleAndProducts, searchRows, type TableRows } from "./shop-rows.ts";

/** A large shop to measure the desk on. */
export type BenchShop = {
  /** As the application's restricted role. */
  readonly db: Db;
  /** For whoever adds rows of their own before they measure. */
  readonly ownerUrl: string;
  readonly merchantId: MerchantId;
  readonly orders: number;
};

/**
 * A shop with so many orders of three years: people who come back, titles and names that many share, parcels at every state, open
 * delays among the newest. Written in SQL by the owner, without indexes and checks until all is there: this is not measured.
 */
export async function largeShop(database: TestDatabase, orders: number): Promise<BenchShop> {
  const keys = keyRingFrom(newKeyRingText("bench"));
  const shop = { slug: "bench", name: "Bench", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const { merchantId } = await addMerchant(
    { db: database.db, keys },
    { ...shop, storefrontUrl: null, supportEmail: null },
  );
  const { db: owner, close } = connect({
    ...{ url: database.ownerUrl, maxConnections: 1, statementTimeoutMs: 0, name: "bench shop" },
  });
  try {
    await owner.execute(sql`set session_replication_role = replica`);
    await owner.execute(sql`set maintenance_work_mem = '512MB'`);
    await owner.execute(sql`set work_mem = '256MB'`);
    for (const rows of [
      ...peopleAndProducts(merchantId, orders),
      ...orderRows(merchantId, orders),
      ...parcelRows(merchantId),
      ...openDelays(merchantId),
      ...searchRows(merchantId),
    ]) {
      await filled(owner, rows);
    }
    await owner.execute(sql`vacuum (analyze)`);
  } finally {
    await close();
  }
  return { db: database.db, ownerUrl: database.ownerUrl, merchantId, orders };
}

/** Indexes are made once the rows are there: so they take a tenth of the time. */
async function filled(owner: Db, { table, insert }: TableRows): Promise<void> {
  const began = performance.now();
  const constraints = await owner.execute<{ name: string; definition: string }>(sql`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype in ('p', 'u')
      and not exists (select 1 from pg_constraint f where f.confrelid = ${table}::regclass)`);
  const indexes = await owner.execute<{ name: string; definition: string }>(sql`
    select indexname as name, indexdef as definition from pg_indexes i
    where schemaname = 'public' and tablename = ${table} and not exists (
      select 1 from pg_constraint c where c.conrelid = ${table}::regclass and c.conname = i.indexname)`);
  const name = sql.identifier(table);
  for (const each of constraints)
    await owner.execute(sql`alter table ${name} drop constraint ${sql.identifier(each.name)}`);
  for (const each of indexes) await owner.execute(sql`drop index ${sql.identifier(each.name)}`);
  const { count } = await owner.execute(insert);
  for (const each of constraints) {
    await owner.execute(
      sql`alter table ${name} add constraint ${sql.identifier(each.name)} ${sql.raw(each.definition)}`,
    );
  }
  for (const each of indexes) await owner.execute(sql.raw(each.definition));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.error(`${table}: ${count} rows in ${seconds} s`);
}
