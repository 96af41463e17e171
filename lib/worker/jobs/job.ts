import type { Logger } from "pino";
import type { Db } from "#db/client.ts";
import type { QueueName } from "#db/queues.ts";

export type JobContext = { readonly db: Db; readonly log: Logger };

/** One kind of work. Add it to `jobs.ts`, and its queue to `db/queues.ts`. Job data is ids only. */
export type Job = {
  readonly queue: QueueName;
  /** When it runs by itself, as cron in UTC: once for all workers together. Null when only asked for. */
  readonly cron: string | null;
  /** May run again after a crash, so doing it twice must do no harm. A thrown error is retried as the queue says. */
  readonly run: (context: JobContext, data: unknown) => Promise<void>;
};
