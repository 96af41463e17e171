import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { TestDatabase } from "#db/testing.ts";
import { tablesScannedBy } from "./tables-scanned-by.ts";

/** How many rows of any table were read while `work` ran on a connection of its own: a wide look at an index shows here too. */
export async function rowsReadBy(database: TestDatabase, work: (db: Db) => Promise<unknown>): Promise<number> {
  const before = await rowsRead(database);
  await tablesScannedBy(database, work);
  return (await rowsRead(database)) - before;
}

async function rowsRead({ ownerDb }: TestDatabase): Promise<number> {
  await ownerDb.execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = await ownerDb.execute<{ n: number }>(sql`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_user_tables where schemaname = 'public'`);
  return row?.n ?? 0;
}
