import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Tx } from "#db/client.ts";
import { QUEUE_SCHEMA, type QueueName } from "#db/queues.ts";

/** Each knows its one queue from its first job on, and asks for it no more; the transaction comes with every job. */
const bosses = new Map<QueueName, PgBoss>();

type Data = Readonly<Record<string, string>>;

/**
 * Adds a job in this very transaction: a rollback takes it back. Ids only. Made for processes that work off no jobs
 * themselves: pg-boss is never started here, so it holds no connection and no timer of its own.
 */
export function addJob(tx: Tx, queue: QueueName, data: Data): Promise<void> {
  return addJobs(tx, queue, [data]);
}

/** The same for many jobs, in one statement. */
export async function addJobs(tx: Tx, queue: QueueName, jobs: readonly Data[]): Promise<void> {
  if (jobs.length === 0) return;
  const db = fromDrizzle(tx, sql);
  const boss = bosses.get(queue) ?? new PgBoss({ db, schema: QUEUE_SCHEMA, migrate: false });
  await boss.insert(
    queue,
    jobs.map((data) => ({ data })),
    { db },
  );
  bosses.set(queue, boss);
}
