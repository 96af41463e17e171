import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const STDOUT = { terminal: "inherit", stderr: 2, kept: "pipe" } as const;
const GRACE_MS = 15_000;
const running = new Set<ChildProcess>();
let stopping = false;

/** How a tool ended; `output` is empty when it wrote straight to the terminal. */
export type Ended = { readonly ok: boolean; readonly output: string };
type ToolOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; the project's root unless told. */
  readonly cwd?: string;
  /** Where its output goes: to the terminal as it comes (default), to our stderr, or back to the caller in one piece. */
  readonly output?: "terminal" | "stderr" | "kept";
};

/**
 * Runs a command line tool of our dependencies by its package's `bin`, at the project's root and on this Node.
 * Each has a process group of its own, so that it can be stopped together with its children.
 */
export function runTool(packageName: string, args: readonly string[], options: ToolOptions = {}): Promise<Ended> {
  // Nothing more is started or reported while the process that was told to stop waits for the rest to end.
  if (stopping) return new Promise(() => {});
  const child = spawn(process.execPath, [binOf(packageName), ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", STDOUT[options.output ?? "terminal"], options.output === "kept" ? "pipe" : "inherit"],
    detached: process.platform !== "win32",
  });
  running.add(child);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (ok: boolean, note = "") => {
      running.delete(child);
      resolve({ ok, output: Buffer.concat(chunks).toString("utf8") + note });
    };
    child.once("error", (error) => end(false, `${packageName} could not be started: ${error.message}\n`));
    child.once("close", (code) => end(code === 0));
  });
}

/** Asks everything that runs to end as Ctrl-C would, so that it stops its own servers; what is left after 15 s is killed. */
export async function stopTools(): Promise<void> {
  stopping = true;
  const left = [...running];
  const ended = Promise.all(left.map((child) => new Promise((resolve) => child.once("close", resolve))));
  for (const child of left) signalGroup(child, "SIGINT");
  const timer = setTimeout(() => {
    for (const child of left) signalGroup(child, "SIGKILL");
  }, GRACE_MS);
  await ended;
  clearTimeout(timer);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

function binOf(packageName: string): string {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: Record<string, string> };
  const [first] = Object.values(bin);
  if (first === undefined) throw new Error(`${packageName} has no command`);
  return join(folder, first);
}
