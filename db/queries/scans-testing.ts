import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { connect, type Db } from "#db/client.ts";
import type { TestDatabase } from "#db/testing.ts";

/** For tests of indexes: what PostgreSQL's own statistics say was read. */

/** Which tables of more than a thousand rows were read from end to end while `work` ran on a connection of its own. */
export async function scannedBy(
  database: TestDatabase,
  work: (db: Db) => Promise<unknown>,
): Promise<readonly string[]> {
  const before = await sequentialScans(database);
  const connection = connect({ url: database.appUrl, maxConnections: 1, name: "scanned" });
  await work(connection.db);
  // A session hands in its statistics when it ends.
  await connection.close();
  await expect.poll(() => scannedSessions(database), { timeout: 10_000 }).toBe(0);
  const after = await sequentialScans(database);
  return [...after].filter(([table, scans]) => scans > (before.get(table) ?? 0)).map(([table]) => table);
}

async function sequentialScans(database: TestDatabase): Promise<ReadonlyMap<string, number>> {
  await database.ownerDb.execute(sql`select pg_stat_clear_snapshot()`);
  const rows = await database.ownerDb.execute<{ relname: string; scans: number }>(
    sql`select relname, seq_scan::int as scans from pg_stat_user_tables where schemaname = 'public' and n_live_tup > 1000`,
  );
  return new Map(rows.map((row) => [row.relname, row.scans]));
}

/** How many rows of any table were read while `work` ran on a connection of its own. */
export async function rowsReadBy(database: TestDatabase, work: (db: Db) => Promise<unknown>): Promise<number> {
  const read = async () => {
    await database.ownerDb.execute(sql`select pg_stat_clear_snapshot()`);
    const [row] = await database.ownerDb.execute<{ n: number }>(sql`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_user_tables where schemaname = 'public'`);
    return row?.n ?? 0;
  };
  const before = await read();
  await scannedBy(database, work);
  return (await read()) - before;
}

async function scannedSessions(database: TestDatabase): Promise<number> {
  const [row] = await database.ownerDb.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'scanned'`,
  );
  return row?.n ?? 0;
}
