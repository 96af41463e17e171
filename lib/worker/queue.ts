import { type Job as BossJob, type JobResult, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { QUEUE_SCHEMA } from "#db/queues.ts";
import { safeError } from "#lib/runtime/logger.ts";
import type { Job, JobContext } from "./jobs/job.ts";

/** Leaves a job time to finish; what does not is retried by another worker when it expires. */
const STOP_MS = 8_000;
const RETRY_MS = 2_000;

/** What jobs work with, but for what the queue itself brings. */
export type QueueContext = Omit<JobContext, "appUrl" | "add" | "stopping" | "onError">;

/**
 * Works through the queues as the restricted role until stopped, also across a database that goes away and comes back.
 * Resolves once it works; returns how to stop, which waits for running jobs at most 8 s.
 */
export async function startQueue(
  appUrl: string,
  jobs: readonly Job[],
  context: QueueContext,
): Promise<() => Promise<void>> {
  const boss = await startBoss(appUrl, context.log);
  const stopping = new AbortController();
  const onError = (error: unknown) => context.log.error({ err: error }, "parcels are judged later");
  const whole: JobContext = { ...context, appUrl, add: adderOf(boss), stopping: stopping.signal, onError };
  const timers: NodeJS.Timeout[] = [];
  for (const job of jobs) {
    const { queue, when } = job;
    const options = {
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 5,
      localConcurrency: job.concurrency ?? 1,
      batchSize: job.batch ?? 1,
      burstWhenBatchFull: true,
      perJobResults: true,
    } as const;
    await boss.work(queue, options, (tasks) => Promise.all(tasks.map((task) => resultOf(whole, job, task))));
    if (when !== null && "cron" in when) await boss.schedule(queue, when.cron, null, { tz: "UTC" });
    else await boss.unschedule(queue);
    if (when !== null && "everySeconds" in when) timers.push(startTicking(boss, job, when.everySeconds, context.log));
  }
  return () => {
    stopping.abort();
    for (const timer of timers) clearInterval(timer);
    return boss.stop({ graceful: true, timeout: STOP_MS });
  };
}

/** How one job of a batch went: each is done, or tried again, by itself. */
async function resultOf(context: JobContext, { queue, run }: Job, { id, data }: BossJob<unknown>): Promise<JobResult> {
  try {
    await run(context, data);
    return { id, status: "completed" };
  } catch (error) {
    context.log.error({ err: error, queue }, "a job failed");
    // pg-boss keeps the error in its own table, which knows no merchants.
    return { id, status: "failed", output: new Error(safeError(error).message, { cause: "told in the log" }) };
  }
}

function adderOf(boss: PgBoss): JobContext["add"] {
  return async (queue, jobs) => {
    if (jobs.length === 0) return;
    await boss.insert(
      queue,
      jobs.map(({ key, data }) => ({ singletonKey: key, data })),
    );
  };
}

/** Every worker ticks, and of the ticks within one slot the queue takes one. */
function startTicking(boss: PgBoss, { queue }: Job, everySeconds: number, log: Logger): NodeJS.Timeout {
  const tick = () =>
    void boss
      .sendThrottled(queue, null, null, everySeconds)
      .catch((error: unknown) => log.warn({ err: error, queue }, "a tick failed, will try again"));
  tick();
  return setInterval(tick, everySeconds * 1_000);
}

async function startBoss(appUrl: string, log: Logger): Promise<PgBoss> {
  for (;;) {
    const boss = new PgBoss({
      connectionString: appUrl,
      schema: QUEUE_SCHEMA,
      application_name: "porchlight queue",
      max: 4,
      // A queue with `notify` wakes its workers at once; where that cannot be heard they look every second, as for the others.
      useListenNotify: true,
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
