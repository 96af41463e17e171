import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { identityOf, waitUntil } from "#lib/runtime/process-identity.ts";
import { connect } from "./client.ts";
import { runningServer, stopServer } from "./embedded/server.ts";
import { type EmbeddedDatabase, openEmbedded } from "./embedded.ts";

let folder: string;
const children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "porchlight-embedded-"));
  // Root hands the server to another user, who has to pass through.
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await stopServer(cluster());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cluster = () => join(folder, "postgres");
const users = () => readdirSync(join(folder, "users"));
const serverPid = () => runningServer(cluster())?.pid;

/** Another process that opens the database and leaves when its stdin ends. */
async function otherUser(): Promise<ChildProcess> {
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)});
    const database = await openEmbedded(${JSON.stringify(folder)});
    process.stdout.write("open");
    process.stdin.on("end", () => database.close()).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  if (child.stdout !== null) await once(child.stdout, "data");
  return child;
}

async function leave(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.stdin?.end();
  await exit;
}

async function kill(pid: number | undefined): Promise<void> {
  if (pid === undefined) throw new Error("Nothing to kill");
  process.kill(pid, "SIGKILL");
  await waitUntil(() => identityOf(pid) === null, 10_000);
}

async function ask<T>({ ownerUrl }: EmbeddedDatabase, query: string): Promise<T[]> {
  const connection = connect({ url: ownerUrl, maxConnections: 1 });
  try {
    return [...(await connection.db.execute(sql.raw(query)))] as T[];
  } finally {
    await connection.close();
  }
}

test("two users share one server, and the last one out stops it", async () => {
  const other = await otherUser();
  const first = serverPid();
  const database = await openEmbedded(folder);
  expect(serverPid()).toBe(first);
  expect(users()).toHaveLength(2);
  await leave(other);
  expect(await ask(database, "select 1 as one")).toEqual([{ one: 1 }]);
  await database.close();
  expect(serverPid()).toBeUndefined();
  expect(users()).toEqual([]);
});

test("the same process may open it twice", async () => {
  const [one, two] = await Promise.all([openEmbedded(folder), openEmbedded(folder)]);
  await one.close();
  expect(await ask(two, "select 1 as one")).toEqual([{ one: 1 }]);
  await two.close();
  expect(serverPid()).toBeUndefined();
});

test("a killed user leaves a server that the next one finds, uses and stops", async () => {
  const other = await otherUser();
  const left = serverPid();
  await kill(other.pid);
  expect(serverPid()).toBe(left);
  const database = await openEmbedded(folder);
  expect(serverPid()).toBe(left);
  await database.close();
  expect(serverPid()).toBeUndefined();
});

test("a dead user whose number another process now has does not keep the server", async () => {
  const database = await openEmbedded(folder);
  writeFileSync(join(folder, "users", "1"), JSON.stringify({ pid: process.ppid, started: "long ago" }));
  await database.close();
  expect(serverPid()).toBeUndefined();
  expect(users()).toEqual([]);
});

test("a killed server is started again by the next user, on the same port, with everything that was committed", async () => {
  const before = await openEmbedded(folder);
  await ask(before, "create table kept (n int)");
  await ask(before, "insert into kept select generate_series(1, 1000)");
  await kill(serverPid());
  const after = await openEmbedded(folder);
  expect(after.ownerUrl).toBe(before.ownerUrl);
  expect(await ask(after, "select count(*)::int as n from kept")).toEqual([{ n: 1000 }]);
  await Promise.all([before.close(), after.close()]);
});

test("a user that is there heals a killed server, and only then", async () => {
  const database = await openEmbedded(folder);
  expect(await database.heal()).toBe(false);
  await kill(serverPid());
  expect(await database.heal()).toBe(true);
  expect(await ask(database, "select 1 as one")).toEqual([{ one: 1 }]);
  await database.close();
  expect(await database.heal()).toBe(false);
  expect(serverPid()).toBeUndefined();
});

test("a stale pid file that names another living process does not keep the server from starting", async () => {
  const stale = [process.ppid, cluster(), 1, 5432, "", "127.0.0.1", "", "ready   ", ""].join("\n");
  writeFileSync(join(cluster(), "postmaster.pid"), stale);
  const database = await openEmbedded(folder);
  expect(await ask(database, "select 1 as one")).toEqual([{ one: 1 }]);
  await database.close();
});

test("a lost password file is made again, also while a server runs", async () => {
  const before = await openEmbedded(folder);
  rmSync(join(folder, "postgres.json"));
  const after = await openEmbedded(folder);
  expect(after.ownerUrl).not.toBe(before.ownerUrl);
  expect(await ask(after, "select 1 as one")).toEqual([{ one: 1 }]);
  await Promise.all([before.close(), after.close()]);
});

test("half a cluster of a killed first start is not taken for a whole one", async () => {
  rmSync(cluster(), { recursive: true });
  mkdirSync(`${cluster()}.new`);
  writeFileSync(join(`${cluster()}.new`, "PG_VERSION"), "18");
  const database = await openEmbedded(folder);
  expect(await ask(database, "show server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
  await database.close();
});

test("nobody else can read the password, and nobody but this machine can connect", async () => {
  const database = await openEmbedded(folder);
  expect(statSync(join(folder, "postgres.json")).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"))).toMatchObject({ pid: serverPid() });
  const settings =
    "select current_setting('listen_addresses') as on, current_setting('unix_socket_directories') as sockets";
  expect(await ask(database, settings)).toEqual([{ on: "127.0.0.1", sockets: "" }]);
  const stranger = connect({ url: database.ownerUrl.replace(/:[^:@]+@/, ":wrong@"), maxConnections: 1 });
  await expect(stranger.db.execute(sql`select 1`)).rejects.toMatchObject({ cause: { code: "28P01" } });
  await stranger.close();
  await database.close();
});
