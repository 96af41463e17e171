import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { QUEUE_SCHEMA } from "#db/queues.ts";
import type { Job, JobContext } from "./jobs/job.ts";

/** Leaves a job time to finish; what does not is retried by another worker when it expires. */
const STOP_MS = 8_000;
const RETRY_MS = 2_000;

/**
 * Works through the queues as the restricted role until stopped, also across a database that goes away and comes back.
 * Resolves once it works; returns how to stop, which waits for running jobs at most 8 s.
 */
export async function startQueue(
  appUrl: string,
  jobs: readonly Job[],
  context: JobContext,
): Promise<() => Promise<void>> {
  const boss = await startBoss(appUrl, context.log);
  for (const job of jobs) {
    await boss.work(job.queue, { pollingIntervalSeconds: 2 }, async ([task]) => {
      await job.run(context, task?.data);
    });
    if (job.cron === null) await boss.unschedule(job.queue);
    else await boss.schedule(job.queue, job.cron, null, { tz: "UTC" });
  }
  return () => boss.stop({ graceful: true, timeout: STOP_MS });
}

async function startBoss(appUrl: string, log: Logger): Promise<PgBoss> {
  for (;;) {
    const boss = new PgBoss({
      connectionString: appUrl,
      schema: QUEUE_SCHEMA,
      application_name: "porchlight queue",
      max: 4,
      connectionTimeoutMillis: 10_000,
      // The owner's business, done by `migrate`.
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
    });
    boss.on("error", (error) => log.warn({ err: error }, "queue error, will try again"));
    boss.on("warning", (warning) => log.warn({ warning: warning.message }, "queue warning"));
    try {
      return await boss.start();
    } catch (error) {
      log.warn({ err: error }, "the queue does not start yet, will try again");
      await boss.stop({ graceful: false }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
