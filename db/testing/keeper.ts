import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCluster, OWNER, startServer, stopServer } from "#db/embedded/server.ts";
import { identityOf } from "#lib/runtime/process-identity.ts";
import { FOLDER_PREFIX } from "./throwaway-server.ts";

/** Not durable: nobody misses a test database after a crash. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_connections: "100",
  shared_buffers: "128MB",
  jit: "off",
  timezone: "UTC",
};

const [, , place = ""] = process.argv;
const folder = mkdtempSync(join(place, FOLDER_PREFIX));
const cluster = join(folder, "postgres");
writeFileSync(join(folder, "keeper.json"), JSON.stringify(identityOf(process.pid)));
// The server may run as another user, who has to pass through.
chmodSync(folder, 0o711);

let ending = false;
const end = async (code: number) => {
  if (ending) return;
  ending = true;
  await stopServer(cluster).catch(() => {});
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
};
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => void end(1));
process.stdin.on("end", () => void end(0)).on("error", () => void end(0));
process.stdin.resume();

try {
  const password = crypto.randomUUID();
  await createCluster(cluster, password);
  const server = await startServer({
    folder: cluster,
    port: 0,
    logFile: join(folder, "postgres.log"),
    settings: SETTINGS,
  });
  process.stdout.write(`postgres://${OWNER}:${password}@127.0.0.1:${server.port}/postgres\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}
