import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type Started = {
  /** What it said that fits. */
  readonly said: string;
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a process of the project with this environment and no other, and waits until it has said something that fits
 * `ready`, on whichever stream. Throws when it ends before that.
 */
export async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Started> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output = `${output}${text}`.slice(-10_000);
        const match = ready.exec(output);
        if (match !== null) resolve(match[0]);
      });
    child.once("exit", (code) => reject(new Error(`${args[0]} ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    said,
    kill: () => void child.kill("SIGKILL"),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
