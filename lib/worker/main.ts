import { connect } from "#db/client.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { refuseArguments } from "#lib/cli/no-arguments.ts";
import { watchNpm } from "#lib/cli/process-ancestors.ts";
import { openDatabase, requireProductionEnv } from "#lib/cli/process-database.ts";
import { readEnv, sandboxOf } from "#lib/runtime/env.ts";
import { keyRingFrom } from "#lib/runtime/key-ring.ts";
import { createLogger } from "#lib/runtime/logger.ts";
import { type CleanUp, closeAtEnd, messageOf, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { dataFolder, loadDotEnv } from "#lib/runtime/project.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { JOBS } from "./jobs/jobs.ts";
import { pushingJobs } from "./pushing-jobs.ts";
import { startQueue } from "./queue.ts";
import { sendingJobs } from "./sending-jobs.ts";

const log = createLogger("worker");

/** `npm run worker`: jobs and schedules. As many as needed on one PostgreSQL. */
async function main(): Promise<void> {
  refuseArguments("npm run worker");
  loadDotEnv();
  const env = readEnv(process.env);
  requireProductionEnv(env, dataFolder);
  const sending = sendingJobs(env);
  if (sending.length === 0) log.info("SMTP_URL is not set: emails stay in the outbox");
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
  const jobs = [...JOBS, ...sending, ...pushingJobs(env)];
  cleanUp.push(await startQueue(database.appUrl, jobs, { db: connection.db, log, ...asking }));
  log.info({ jobs: jobs.map((job) => job.queue) }, "working");
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
