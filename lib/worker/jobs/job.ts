import type { Logger } from "pino";
import type { QueueName } from "#db/queues.ts";
import type { TrackingDeps } from "#lib/use-cases/tracking/tracking-deps.ts";

export type JobContext = TrackingDeps & {
  /** Where a thread connects by itself, as the restricted role. */
  readonly appUrl: string;
  readonly log: Logger;
  /** Adds jobs to a queue; one whose `key` waits there already is left out. Ids only. */
  readonly add: (queue: QueueName, jobs: readonly { readonly key: string; readonly data: object }[]) => Promise<void>;
  /** Aborted when the worker is told to stop: a long job ends soon after. */
  readonly stopping: AbortSignal;
};

/** One kind of work. Add it to `jobs.ts`, and its queue to `db/queues.ts`. Job data is ids only. */
export type Job = {
  readonly queue: QueueName;
  /**
   * When it runs by itself, once for all workers together: cron in UTC, or every so many seconds, which is finer than cron
   * can say. Null when only asked for.
   */
  readonly when: { readonly cron: string } | { readonly everySeconds: number } | null;
  /** How many of its jobs one worker does at once. */
  readonly concurrency?: number;
  /** How many of its jobs one worker takes at a time, to do them side by side; 1 unless there are many small ones. */
  readonly batch?: number;
  /** May run again after a crash, so doing it twice must do no harm. A thrown error is retried as the queue says. */
  readonly run: (context: JobContext, data: unknown) => Promise<void>;
};
