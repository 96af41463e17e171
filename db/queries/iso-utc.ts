import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";

/** A timestamptz column as Temporal writes an instant: ISO, UTC, without a fraction where there is none. */
export function isoUtc(column: string): SQL {
  const name = sql.identifier(column);
  return sql`replace(to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z')`;
}

const UTC = "+00:00";
const WHOLE_SECONDS = "YYYY-MM-DDTHH:MM:SS".length;

/** The same of a timestamptz that PostgreSQL wrote as JSON: with the session's offset, and without zeros at the end. */
export function isoOfJson(text: string): string {
  if (!text.endsWith(UTC)) return isoOfJson(Temporal.Instant.from(text).toString().replace("Z", UTC));
  const local = text.slice(0, -UTC.length);
  return local.length === WHOLE_SECONDS
    ? `${local}Z`
    : `${local.slice(0, WHOLE_SECONDS + 4).padEnd(WHOLE_SECONDS + 4, "0")}Z`;
}
