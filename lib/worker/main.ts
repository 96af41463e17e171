import { connect } from "#db/client.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { refuseArguments } from "#lib/cli/no-arguments.ts";
import { watchNpm } from "#lib/cli/process-ancestors.ts";
import { openDatabase, requireProductionEnv } from "#lib/cli/process-database.ts";
import { smtpMailer } from "#lib/messages/smtp-mailer.ts";
import { type Env, publicUrlOf, readEnv, sandboxOf } from "#lib/runtime/env.ts";
import { keyRingFrom } from "#lib/runtime/key-ring.ts";
import { createLogger } from "#lib/runtime/logger.ts";
import { type CleanUp, closeAtEnd, messageOf, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { dataFolder, loadDotEnv } from "#lib/runtime/project.ts";
import { startHeartbeat } from "./heartbeat.ts";
import type { Job } from "./jobs/job.ts";
import { JOBS } from "./jobs/jobs.ts";
import { sendMessageJob } from "./jobs/send-message.ts";
import { startQueue } from "./queue.ts";

const log = createLogger("worker");

/** `npm run worker`: jobs and schedules. As many as needed on one PostgreSQL. */
async function main(): Promise<void> {
  refuseArguments("npm run worker");
  loadDotEnv();
  const env = readEnv(process.env);
  requireProductionEnv(env, dataFolder);
  const cleanUp: CleanUp = [];
  onShutdown(async () => {
    log.info("stopping");
    await runCleanUp(cleanUp);
    log.info("stopped");
  }, 9_500);
  // npm started without a terminal hands SIGTERM to its shell only.
  watchNpm(() => process.kill(process.pid, "SIGTERM"));

  const database = await closeAtEnd(cleanUp, openDatabase(env, dataFolder));
  const connection = connect({ url: database.appUrl, name: "porchlight worker", maxConnections: 10 });
  cleanUp.push(connection.close);
  cleanUp.push(await startHeartbeat(connection.db, log));
  const keys = keyRingFrom(database.keys);
  const asking = { keys, carriers: CARRIERS, send: sendHttp, sandbox: sandboxOf(env) };
  const jobs = [...JOBS, ...sendingJobs(env)];
  cleanUp.push(await startQueue(database.appUrl, jobs, { db: connection.db, log, ...asking }));
  log.info({ jobs: jobs.map((job) => job.queue) }, "working");
}

/** Without a mail server nothing takes messages from the outbox; a worker that has one finds them there. */
function sendingJobs(env: Env): readonly Job[] {
  if (env.smtpUrl === null) {
    log.info("SMTP_URL is not set: emails stay in the outbox");
    return [];
  }
  return [sendMessageJob({ mailer: smtpMailer(env.smtpUrl), publicUrl: publicUrlOf(env), mailFrom: env.mailFrom })];
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
