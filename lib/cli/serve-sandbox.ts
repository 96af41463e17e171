import { join } from "node:path";
import { createSandbox, type SandboxOptions } from "#lib/carriers/sandbox/create-sandbox.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { onShutdown } from "#lib/runtime/on-shutdown.ts";
import { dataFolder, loadDotEnv } from "#lib/runtime/project.ts";
import { watchNpm } from "./process-ancestors.ts";

/** What the environment says to the sandbox. */
export const SANDBOX_VARIABLES = `  PORCHLIGHT_SANDBOX_PORT        where it listens, on 127.0.0.1 only (4899); web and worker read it too, and
                                 PORCHLIGHT_SANDBOX_URL where it runs elsewhere
  PORCHLIGHT_SANDBOX_SPEED       how many minutes of a journey pass in a real one (60); a number keeps what it began with
  PORCHLIGHT_SANDBOX_HEAD_START  how far a journey is when its number is first asked for: 0 to 1, or "hash" for each
                                 number its own (0)
  PORCHLIGHT_SANDBOX_FILE        where it remembers what has begun (.data/sandbox.jsonl)`;

/** Nobody waits longer for it; what it has told is on disk anyway. */
const STOP_MS = 900;

/**
 * Serves the sandbox carriers as the environment says until the process is told to end, and says on stderr where. Throws
 * AppError `invalid` for a variable that makes no sense, and an Error with what to do when the port is taken.
 */
export async function serveSandbox(): Promise<void> {
  loadDotEnv();
  const options = optionsFrom(process.env);
  watchNpm(() => process.kill(process.pid, "SIGTERM"));
  const opening = createSandbox(options);
  onShutdown(async () => (await opening).close(), STOP_MS);
  const sandbox = await opening.catch((error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw taken ? new Error(takenText(options.port ?? 0), { cause: error }) : error;
  });
  process.stderr.write(`sandbox carriers: ${sandbox.url}\n`);
}

function takenText(port: number): string {
  return `Port ${port} is taken by another program: stop it, or choose another: PORCHLIGHT_SANDBOX_PORT=${port + 1}`;
}

function optionsFrom(env: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const text = (name: string, unset: string) => env[name]?.trim() || unset;
  const number = (name: string, unset: string, fits: (value: number) => boolean, must: string) => {
    const value = Number(text(name, unset));
    if (Number.isFinite(value) && fits(value)) return value;
    throw new AppError("invalid", `${name} must be ${must}`);
  };
  const headStart = "PORCHLIGHT_SANDBOX_HEAD_START";
  const isPort = (value: number) => Number.isInteger(value) && value >= 0 && value <= 65_535;
  return {
    port: number("PORCHLIGHT_SANDBOX_PORT", "4899", isPort, "a port number"),
    speed: number(
      "PORCHLIGHT_SANDBOX_SPEED",
      "60",
      (value) => value > 0 && value <= 1e6,
      "above 0 and at most 1000000",
    ),
    headStart:
      text(headStart, "0") === "hash"
        ? "hash"
        : number(headStart, "0", (value) => value >= 0 && value <= 1, 'a fraction from 0 to 1, or "hash"'),
    stateFile: text("PORCHLIGHT_SANDBOX_FILE", join(dataFolder, "sandbox.jsonl")),
  };
}
