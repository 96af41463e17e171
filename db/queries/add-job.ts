import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Tx } from "#db/client.ts";
import { QUEUE_SCHEMA, type QueueName } from "#db/queues.ts";

/**
 * Adds a job in this very transaction: a rollback takes it back. Ids only. Made for processes that work off no jobs
 * themselves: pg-boss is never started here, so it holds no connection, no timer and no cache of its own.
 */
export async function addJob(tx: Tx, queue: QueueName, data: Readonly<Record<string, string>>): Promise<void> {
  const boss = new PgBoss({ db: fromDrizzle(tx, sql), schema: QUEUE_SCHEMA, migrate: false });
  await boss.send(queue, data);
}
