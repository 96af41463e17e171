import { type SQL, sql } from "drizzle-orm";

/** A timestamptz column as Temporal writes an instant: ISO, UTC, without a fraction where there is none. */
export function isoUtc(column: string): SQL {
  const name = sql.identifier(column);
  return sql`replace(to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z')`;
}
