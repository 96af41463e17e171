import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** One limit: `burst` tries at once, then one more every `periodMs`. The key is an HMAC: it tells nobody what it is about. */
export type Throttle = { readonly key: string; readonly burst: number; readonly periodMs: number };

/** Ends the transaction of a refused try, so that it uses up nothing. */
class Refused extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super("A limit is used up");
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Takes one try from each of these limits, or from none where one of them is used up; then the milliseconds until all of
 * them have one again, else null. Generic cell rate algorithm on the database's clock; exact under parallel takes, since
 * each row is judged under its lock. Uses the primary key, in its order: takes that share a limit wait for each other, but
 * never in a circle.
 */
export async function takeThrottles(db: Db, limits: readonly Throttle[]): Promise<number | null> {
  const asked = sql`jsonb_to_recordset(${JSON.stringify(limits)}::text::jsonb) as l(key text, burst int, "periodMs" float8)`;
  const period = sql`l."periodMs" * interval '1 millisecond'`;
  try {
    return await db.transaction(async (tx) => {
      const taken = await tx.execute<{ key: string }>(sql`
        insert into throttles as t (key, whole_at)
        select l.key, clock_timestamp() + ${period} from ${asked} order by l.key
        on conflict (key) do update
          set whole_at = greatest(t.whole_at, clock_timestamp()) + (select ${period} from ${asked} where l.key = t.key)
          where t.whole_at <= clock_timestamp() + (select (l.burst - 1) * ${period} from ${asked} where l.key = t.key)
        returning t.key`);
      if (taken.length === limits.length) return null;
      const free = new Set(taken.map(({ key }) => key));
      const [wait] = await tx.execute<{ ms: number }>(sql`
        select ceil(extract(epoch from max(t.whole_at - (l.burst - 1) * ${period}) - clock_timestamp()) * 1000)::float8 as ms
        from ${asked} join throttles t on t.key = l.key
        where l.key in (select jsonb_array_elements_text(${JSON.stringify(limits.map(({ key }) => key).filter((key) => !free.has(key)))}::text::jsonb))`);
      throw new Refused(Math.max(wait?.ms ?? 0, 1));
    });
  } catch (error) {
    if (error instanceof Refused) return error.retryAfterMs;
    throw error;
  }
}

/**
 * Forgets limits that are whole again, at most 10,000 at once; returns how many. Rows that somebody takes from just now are
 * left out, so that neither waits for the other. Uses `throttles_whole`.
 */
export async function deleteWholeThrottles(db: Db): Promise<number> {
  const gone = await db.execute(sql`
    delete from throttles where key in (
      select key from throttles where whole_at < now() order by whole_at limit 10000 for update skip locked)`);
  return gone.count;
}
