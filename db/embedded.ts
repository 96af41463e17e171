import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { withFileLock, withFileLockSync } from "#lib/runtime/file-lock.ts";
import { signal, waitUntil } from "#lib/runtime/process-identity.ts";
import { APP_ROLE, connect } from "./client.ts";
import { addUser, removeUser } from "./embedded/database-users.ts";
import {
  createCluster,
  freePort,
  OWNER,
  type RunningServer,
  resetPassword,
  runningServer,
  startServer,
  stopServer,
} from "./embedded/server.ts";

const DATABASE = "porchlight";

const access = z.object({
  port: z.number(),
  password: z.string().min(1),
  appPassword: z.string().min(1),
  pid: z.number(),
});
type Access = z.infer<typeof access>;

export type EmbeddedDatabase = {
  readonly ownerUrl: string;
  /** The restricted role's; it may log in once `migrate` was given `appPassword`. */
  readonly appUrl: string;
  readonly appPassword: string;
  /** Starts the server again, on the same port, when it was killed; says whether that was needed. */
  readonly heal: () => Promise<boolean>;
  /** Leaves; the last one out stops the server. Calling it twice is harmless. */
  readonly close: () => Promise<void>;
};

/** For a laptop: enough memory for a few hundred thousand rows. Commits stay durable: a killed server loses nothing. */
const SETTINGS = {
  max_connections: "80",
  shared_buffers: "192MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  checkpoint_completion_target: "0.9",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** How often this process has opened each folder: it leaves when the last of them is closed. */
const openings = new Map<string, number>();

/**
 * Joins the database in `dataDir` and starts it when nobody has. The caller still migrates.
 * Throws in one clear line when PostgreSQL cannot run here (see `requireWay`).
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true });
  const place = placeOf(dataDir);
  const entry = await withFileLock(place.lock, async () => {
    addUser(place.users);
    openings.set(dataDir, (openings.get(dataDir) ?? 0) + 1);
    try {
      return (await ensureServer(dataDir)).access;
    } catch (error) {
      leaveCount(dataDir);
      removeUser(place.users);
      throw error;
    }
  });
  // A process that just exits still leaves, without waiting for the server's end.
  const onExit = () => withFileLockSync(place.lock, () => leaveNow(dataDir));
  process.once("exit", onExit);
  let open = true;
  return {
    ownerUrl: `postgres://${OWNER}:${entry.password}@127.0.0.1:${entry.port}/${DATABASE}`,
    appUrl: `postgres://${APP_ROLE}:${entry.appPassword}@127.0.0.1:${entry.port}/${DATABASE}`,
    appPassword: entry.appPassword,
    heal: () => withFileLock(place.lock, async () => open && (await ensureServer(dataDir)).started),
    close: async () => {
      if (!open) return;
      open = false;
      process.off("exit", onExit);
      await withFileLock(place.lock, () => leave(dataDir));
    },
  };
}

/** Whether a database was ever made in this folder. */
export function hasEmbedded(dataDir: string): boolean {
  return existsSync(join(placeOf(dataDir).cluster, "PG_VERSION"));
}

/** Deletes the database, users or not: whoever uses it was asked first. */
export async function deleteEmbedded(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const place = placeOf(dataDir);
  await withFileLock(place.lock, async () => {
    await stopServer(place.cluster);
    for (const path of [place.cluster, place.access, place.log]) rmSync(path, { recursive: true, force: true });
  });
}

function placeOf(dataDir: string) {
  return {
    lock: join(dataDir, "postgres.lock"),
    users: join(dataDir, "users"),
    cluster: join(dataDir, "postgres"),
    access: join(dataDir, "postgres.json"),
    log: join(dataDir, "postgres.log"),
  };
}

async function leave(dataDir: string): Promise<void> {
  const place = placeOf(dataDir);
  if (leaveCount(dataDir) > 0) return;
  if (removeUser(place.users) === 0) await stopServer(place.cluster);
}

function leaveNow(dataDir: string): void {
  const place = placeOf(dataDir);
  if (removeUser(place.users) > 0) return;
  const server = runningServer(place.cluster);
  if (server !== null) signal(server.pid, "SIGINT");
}

function leaveCount(dataDir: string): number {
  const left = (openings.get(dataDir) ?? 1) - 1;
  openings.set(dataDir, left);
  return left;
}

/** Under the lock: finds the running server, heals what a kill left behind, or starts anew. */
async function ensureServer(dataDir: string): Promise<{ access: Access; started: boolean }> {
  const place = placeOf(dataDir);
  const known = readAccess(place.access);
  const running = await settledServer(place.cluster);
  if (known !== null && running !== null && running.port > 0) {
    return { access: keepAccess(place.access, known, running), started: false };
  }
  // Running with a lost password file: nobody can log in any more.
  if (running !== null) await stopServer(place.cluster);
  const isNew = !hasEmbedded(dataDir);
  const entry = known ?? { port: 0, pid: 0, password: newPassword(), appPassword: newPassword() };
  writeAccess(place.access, entry);
  if (isNew) await createCluster(place.cluster, entry.password);
  else if (known === null) await resetPassword(place.cluster, entry.password);
  const port = entry.port > 0 ? entry.port : await freePort(0);
  const server = await startServer({ folder: place.cluster, port, logFile: place.log, settings: SETTINGS });
  await ensureDatabase(entry.password, server.port);
  return { access: keepAccess(place.access, entry, server), started: true };
}

/** A server that is just starting or stopping is waited for; one that hangs is stopped. */
async function settledServer(cluster: string): Promise<RunningServer | null> {
  if (!existsSync(cluster)) return null;
  const isSettled = () => {
    const phase = runningServer(cluster)?.phase;
    return phase === undefined || phase === "ready";
  };
  if (!(await waitUntil(isSettled, 120_000))) await stopServer(cluster);
  return runningServer(cluster);
}

async function ensureDatabase(password: string, port: number): Promise<void> {
  const owner = connect({ url: `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`, maxConnections: 1 });
  try {
    const [found] = await owner.db.execute(sql`select 1 from pg_database where datname = ${DATABASE}`);
    if (found === undefined) await owner.db.execute(sql`create database ${sql.raw(DATABASE)}`);
  } finally {
    await owner.close();
  }
}

function readAccess(file: string): Access | null {
  try {
    return access.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

function keepAccess(file: string, entry: Access, server: RunningServer): Access {
  const now = { ...entry, port: server.port, pid: server.pid };
  if (entry.port !== now.port || entry.pid !== now.pid) writeAccess(file, now);
  return now;
}

/** Whole or not at all: a half-written password would lock everybody out. */
function writeAccess(file: string, entry: Access): void {
  const aside = `${file}.new`;
  writeFileSync(aside, JSON.stringify(entry), { mode: 0o600 });
  chmodSync(aside, 0o600);
  renameSync(aside, file);
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}
