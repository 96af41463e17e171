import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";

/** The database's clock, not this machine's: processes whose clocks differ date what they hear by one. */
export async function databaseNow(tx: Tx): Promise<Temporal.Instant> {
  const [row] = await tx.execute<{ ms: number }>(sql`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as ms`);
  return Temporal.Instant.fromEpochMilliseconds(row?.ms ?? Temporal.Now.instant().epochMilliseconds);
}
