import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { connect, type Db } from "#db/client.ts";
import type { TestDatabase } from "#db/testing.ts";

/** Which tables of more than a thousand rows were read from end to end while `work` ran on a connection of its own. */
export async function tablesScannedBy(
  { ownerDb, appUrl }: Pick<TestDatabase, "ownerDb" | "appUrl">,
  work: (db: Db) => Promise<unknown>,
): Promise<readonly string[]> {
  const before = await sequentialScans(ownerDb);
  const connection = connect({ url: appUrl, maxConnections: 1, name: "scanned" });
  await work(connection.db);
  // A session hands in its statistics when it ends.
  await connection.close();
  await expect.poll(() => sessions(ownerDb), { timeout: 10_000 }).toBe(0);
  const after = await sequentialScans(ownerDb);
  return [...after].filter(([table, scans]) => scans > (before.get(table) ?? 0)).map(([table]) => table);
}

async function sequentialScans(ownerDb: Db): Promise<ReadonlyMap<string, number>> {
  await ownerDb.execute(sql`select pg_stat_clear_snapshot()`);
  const rows = await ownerDb.execute<{ relname: string; scans: number }>(
    sql`select relname, seq_scan::int as scans from pg_stat_user_tables where schemaname = 'public' and n_live_tup > 1000`,
  );
  return new Map(rows.map((row) => [row.relname, row.scans]));
}

async function sessions(ownerDb: Db): Promise<number> {
  const [row] = await ownerDb.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'scanned'`,
  );
  return row?.n ?? 0;
}
