import type { Logger } from "pino";
import type { Db } from "#db/client.ts";
import { beat, endBeat } from "#db/queries/worker-heartbeats.ts";
import { newId } from "#lib/kernel/ids.ts";

const EVERY_MS = 20_000;

/**
 * Tells the database every 20 s that this worker is alive. A timer and not a queue job, since it says something about this
 * one process, and has to go on saying it when the queue is stuck. Returns how to stop it and take it back.
 */
export async function startHeartbeat(db: Db, log: Logger): Promise<() => Promise<void>> {
  const workerId = newId();
  const tick = () =>
    beat(db, workerId).catch((error: unknown) => log.warn({ err: error }, "heartbeat failed, will try again"));
  await tick();
  const timer = setInterval(() => void tick(), EVERY_MS);
  return async () => {
    clearInterval(timer);
    await endBeat(db, workerId).catch(() => {});
  };
}
