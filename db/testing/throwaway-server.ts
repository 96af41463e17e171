import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stopServer } from "#db/embedded/server.ts";
import { isAlive, processIdentity } from "#lib/runtime/process-identity.ts";

/** Temporary folders of test clusters; the keeper's identity is in `keeper.json`. */
export const FOLDER_PREFIX = "porchlight-test-";

/** Linux's folder in memory. */
const MEMORY = "/dev/shm";
const GIB = 2 ** 30;

/** Where its files are. A database is hundreds of small ones, which a disk takes half a second to copy, and memory none. */
export type Place = "disk" | "memory";

/**
 * Starts a server that lives exactly as long as this process: a keeper process holds it and the folder, and clears both
 * when the pipe between us closes, however that comes about. Folders whose keeper was killed are cleared here first.
 * What is to be in memory is on the disk where there is no such folder or too little room.
 */
export async function startThrowawayServer(place: Place): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  await sweepLeftovers();
  const folder = place === "memory" && isMemoryRoomy() ? MEMORY : tmpdir();
  const keeper = spawn(process.execPath, [fileURLToPath(new URL("./keeper.ts", import.meta.url)), folder], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    keeper.once("exit", () => resolve());
  });
  const ownerUrl = await new Promise<string>((resolve, reject) => {
    let output = "";
    keeper.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (output.includes("\n")) resolve(output.trim());
    });
    keeper.once("error", reject);
    keeper.once("exit", (code) =>
      reject(new Error(`The test database did not start (exit ${code}); the reason is above`)),
    );
  });
  // Neither holds up the end of a test run that forgot to stop.
  keeper.unref();
  const stop = async () => {
    keeper.ref();
    keeper.stdin.end();
    await ended;
  };
  return { ownerUrl, stop };
}

/** A run fills about one GiB; a build and browsers want theirs beside it. */
function isMemoryRoomy(): boolean {
  if (!existsSync(MEMORY) || process.availableMemory() < 8 * GIB) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= 4 * GIB;
}

async function sweepLeftovers(): Promise<void> {
  for (const place of [tmpdir(), MEMORY].filter((each) => existsSync(each))) {
    const names = readdirSync(place).filter((name) => name.startsWith(FOLDER_PREFIX));
    for (const folder of names.map((name) => join(place, name))) {
      if (!isAbandoned(folder)) continue;
      await stopServer(join(folder, "postgres"));
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** No readable keeper file is no proof: it may be another user's, or be written this very moment. */
function isAbandoned(folder: string): boolean {
  try {
    return !isAlive(processIdentity.parse(JSON.parse(readFileSync(join(folder, "keeper.json"), "utf8"))));
  } catch {
    return false;
  }
}
