import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const NEXT = fileURLToPath(new URL("../node_modules/next/dist/bin/next", import.meta.url));
const DEADLINE_MS = 60_000;
const POLL_MS = 100;

export type RunningServer = { readonly baseUrl: string; readonly stop: () => Promise<void> };

/**
 * `next start` of a built app in `folder`, on a free port of 127.0.0.1; returns when `healthPath` answers 200.
 * The server's output goes to stderr. Throws when it ends first or is not healthy within a minute.
 */
export async function startNextServer(input: {
  readonly folder: string;
  readonly healthPath: string;
  readonly env: (baseUrl: string) => Readonly<Record<string, string>>;
}): Promise<RunningServer> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: input.folder,
    env: { ...process.env, ...input.env(baseUrl), NODE_ENV: "production", PORT: String(port) },
    stdio: ["ignore", 2, 2],
  });
  const killOnExit = () => child.kill("SIGKILL");
  process.once("exit", killOnExit);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    process.off("exit", killOnExit);
  };
  try {
    await healthy(`${baseUrl}${input.healthPath}`, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { baseUrl, stop };
}

async function healthy(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  let last = "no answer";
  while (performance.now() < deadline) {
    if (hasEnded()) throw new Error("The production server ended while it started; see its output above");
    last = await fetch(url).then(
      async (response) => (response.ok ? "" : `${response.status} ${await response.text()}`),
      () => last,
    );
    if (last === "") return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${url} was not healthy within a minute: ${last}`);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
