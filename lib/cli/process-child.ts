import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { CHILD_MARK } from "#lib/runtime/on-shutdown.ts";
import { identityOf, type ProcessIdentity, signal, waitUntil } from "#lib/runtime/process-identity.ts";
import { projectFolder } from "#lib/runtime/project.ts";

export type ChildOptions = {
  readonly args: readonly string[];
  /** Secrets go here and never into `args`, which every user of the machine can read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where its output goes; without one it shares ours. */
  readonly logFile?: string;
};

export type Child = {
  readonly identity: ProcessIdentity | null;
  /** Resolves with how it ended, as words. */
  readonly ended: Promise<string>;
  readonly isRunning: () => boolean;
  readonly kill: (name: NodeJS.Signals) => void;
  /** SIGTERM to its whole group, and SIGKILL to what is left after `ms`. */
  readonly stop: (ms: number) => Promise<void>;
};

/**
 * Starts Node with `args` in a group of its own, on a leash: it gets our end of a pipe as stdin and ends when that closes,
 * so it does not outlive us even if we are killed.
 */
export function startChild(options: ChildOptions): Child {
  const output = options.logFile === undefined ? "inherit" : openSync(options.logFile, "w", 0o600);
  const child = spawn(process.execPath, options.args, {
    cwd: projectFolder,
    env: { NODE_ENV: "production", ...options.env, [CHILD_MARK]: "1" },
    stdio: ["pipe", output, output],
    detached: true,
  });
  if (typeof output === "number") closeSync(output);
  child.stdin?.on("error", () => {});
  const pid = child.pid ?? 0;
  const isRunning = () => pid > 0 && child.exitCode === null && child.signalCode === null;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, name) => resolve(name ?? `exit ${code}`));
  });
  return {
    identity: pid > 0 ? identityOf(pid) : null,
    ended,
    isRunning,
    kill: (name) => void child.kill(name),
    stop: async (ms) => {
      if (!isRunning()) return;
      signal(-pid, "SIGTERM");
      if (await waitUntil(() => !isRunning(), ms)) return;
      signal(-pid, "SIGKILL");
      await ended;
    },
  };
}

/** The last lines of a log, to show with an error. */
export function tailOf(file: string, lines = 15): string {
  try {
    return readFileSync(file, "utf8").trim().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}
