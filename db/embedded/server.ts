import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { commandOf, identityOf, signal, waitUntil, workingFolderOf } from "#lib/runtime/process-identity.ts";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries.ts";
import { requireWay, type ServerUser, serverUser } from "./server-user.ts";

/** The one superuser of an embedded cluster. */
export const OWNER = "postgres";

export type RunningServer = { readonly pid: number; readonly port: number; readonly phase: string };

export type StartOptions = {
  readonly folder: string;
  /** Tried first, so that those who are connected find the server again; another free one is taken when it is not free. */
  readonly port: number;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
};

/** The server that runs on this cluster, from PostgreSQL's own pid file; null when none does (stale files are seen through). */
export function runningServer(folder: string): RunningServer | null {
  const lines = readOrEmpty(join(folder, "postmaster.pid")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || identityOf(pid) === null || !worksIn(pid, folder)) return null;
  return { pid, port: Number(lines[3]), phase: lines[7]?.trim() ?? "starting" };
}

/** Makes a cluster: UTF-8, one superuser with this password. Made aside and renamed, so a killed attempt leaves no half cluster. */
export async function createCluster(folder: string, password: string): Promise<void> {
  const binaries = await postgresBinaries();
  const user = readyUser(folder, binaries);
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700, recursive: true });
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== null) for (const path of [aside, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${OWNER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    const child = spawn(binaries.initdb, [`--pgdata=${aside}`, ...locale, ...access], {
      ...asUser(user),
      stdio: ["ignore", "ignore", "pipe"],
    });
    await succeeded(child, "initdb");
    renameSync(aside, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Gives the superuser a new password while no server runs: for a cluster whose `postgres.json` was lost. */
export async function resetPassword(folder: string, password: string): Promise<void> {
  const binaries = await postgresBinaries();
  const child = spawn(binaries.postgres, ["--single", "-D", folder, "postgres"], {
    ...asUser(readyUser(folder, binaries)),
    stdio: ["pipe", "ignore", "pipe"],
  });
  child.stdin?.end(`alter role ${OWNER} password '${password}';\n`);
  await succeeded(child, "postgres --single");
}

/** Starts the server in a session of its own, so that Ctrl-C of one command does not stop it under another. Resolves when it is ready. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const binaries = await postgresBinaries();
  const user = readyUser(options.folder, binaries);
  // Left by a killed server: `runningServer` has looked, and PostgreSQL's shared memory still guards the folder.
  rmSync(join(options.folder, "postmaster.pid"), { force: true });
  let port = options.port;
  for (let attempt = 0; ; attempt += 1) {
    port = await freePort(port);
    const child = spawnServer(binaries, user, { ...options, port });
    const ended = () => child.exitCode !== null || child.signalCode !== null;
    const isReady = () => runningServer(options.folder)?.phase === "ready";
    await waitUntil(() => ended() || isReady(), 300_000);
    const server = runningServer(options.folder);
    if (server?.phase === "ready") return server;
    const log = readOrEmpty(options.logFile).trim().split("\n").slice(-6).join("\n");
    // The last processes of a killed server need a moment to notice; a port may have been taken in between.
    if (attempt >= 40 || !/shared memory block|could not bind|could not create any TCP/.test(log)) {
      throw new Error(`PostgreSQL did not start in ${options.folder}:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Stops whatever server runs on this cluster: politely, then at once, and never without waiting for its end. */
export async function stopServer(folder: string): Promise<void> {
  for (const name of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    const server = runningServer(folder);
    if (server === null) return;
    signal(server.pid, name);
    if (await waitUntil(() => identityOf(server.pid) === null, 20_000)) return;
  }
}

/** `preferred` when it is free on 127.0.0.1 (0: any), else one that is. */
export function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      preferred === 0 ? reject(new Error("No free port on 127.0.0.1")) : resolve(freePort(0)),
    );
    probe.listen(preferred, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function spawnServer(binaries: PostgresBinaries, user: ServerUser | null, options: StartOptions): ChildProcess {
  const log = openSync(options.logFile, "w", 0o600);
  chmodSync(options.logFile, 0o600);
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", options.folder, "-p", String(options.port), ...flags], {
    ...asUser(user),
    stdio: ["ignore", log, log],
    detached: true,
  });
  child.on("error", () => {});
  child.unref();
  closeSync(log);
  return child;
}

function readyUser(folder: string, binaries: PostgresBinaries): ServerUser | null {
  const user = serverUser(folder);
  if (user !== null) for (const path of [folder, binaries.postgres]) requireWay(path, user);
  return user;
}

/** No variable of ours reaches the server, above all no key. */
function asUser(user: ServerUser | null) {
  const env = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    LC_ALL: "C",
    TZ: "UTC",
  } as const;
  return { cwd: "/", env, ...(user === null ? {} : { uid: user.uid, gid: user.gid }) };
}

/** PostgreSQL works inside its cluster, which also holds after the project was moved. */
function worksIn(pid: number, folder: string): boolean {
  const works = workingFolderOf(pid);
  return works === null ? commandOf(pid).includes("postgres") : works === realpathSync(folder);
}

async function succeeded(child: ChildProcess, name: string): Promise<void> {
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`${name} failed (${code}): ${errors.trim()}`);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
