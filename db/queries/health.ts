import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import journal from "#db/migrations/meta/_journal.json" with { type: "json" };

const row = z.object({ migratedAt: z.coerce.number(), lastBeat: z.coerce.number().nullable() });
const newestMigration = Math.max(...journal.entries.map((entry) => entry.when));

export type DatabaseHealth = {
  /** Whether every migration of this version has run. */
  readonly isMigrated: boolean;
  /** Seconds since any worker's last heartbeat; null when no worker ever ran. */
  readonly lastBeatSecondsAgo: number | null;
};

/** Reads nothing of any merchant. Throws when the database cannot be reached. */
export async function readDatabaseHealth(db: Db): Promise<DatabaseHealth> {
  const [ledger] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as "isThere"`);
  if (ledger?.isThere !== true) return { isMigrated: false, lastBeatSecondsAgo: null };
  const [found] = await db.execute(sql`
    select (select coalesce(max(created_at), 0) from drizzle.__drizzle_migrations)::text as "migratedAt",
           (select extract(epoch from now() - max(beat_at))::int from worker_heartbeats) as "lastBeat"`);
  const { migratedAt, lastBeat } = row.parse(found);
  return { isMigrated: migratedAt >= newestMigration, lastBeatSecondsAgo: lastBeat };
}
