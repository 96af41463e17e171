import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stopServer } from "#db/embedded/server.ts";
import { isAlive, processIdentity } from "#lib/runtime/process-identity.ts";

/** Temporary folders of test clusters; the keeper's identity is in `keeper.json`. */
export const FOLDER_PREFIX = "porchlight-test-";

/**
 * Starts a server that lives exactly as long as this process: a keeper process holds it and the folder, and clears both
 * when the pipe between us closes, however that comes about. Folders whose keeper was killed are cleared here first.
 */
export async function startThrowawayServer(): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  await sweepLeftovers();
  const keeper = spawn(process.execPath, [fileURLToPath(new URL("./keeper.ts", import.meta.url))], {
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

async function sweepLeftovers(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    if (!isAbandoned(folder)) continue;
    await stopServer(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
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
