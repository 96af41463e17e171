import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { workerHeartbeats } from "#db/schema/worker-heartbeats.ts";

/** Writes that this worker is alive now, by the database's clock. */
export async function beat(db: Db, workerId: string): Promise<void> {
  await db
    .insert(workerHeartbeats)
    .values({ workerId })
    .onConflictDoUpdate({ target: workerHeartbeats.workerId, set: { beatAt: sql`now()` } });
}

/** Takes back a worker that ends in good order. */
export async function endBeat(db: Db, workerId: string): Promise<void> {
  await db.delete(workerHeartbeats).where(eq(workerHeartbeats.workerId, workerId));
}

/** Forgets workers that were last seen more than a day ago; returns how many. */
export async function deleteOldBeats(db: Db): Promise<number> {
  const gone = await db
    .delete(workerHeartbeats)
    .where(sql`${workerHeartbeats.beatAt} < now() - interval '1 day'`)
    .returning({ workerId: workerHeartbeats.workerId });
  return gone.length;
}
