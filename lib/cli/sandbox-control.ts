import * as z from "zod";
import { AppError } from "#lib/kernel/app-error.ts";
import { loadDotEnv } from "#lib/runtime/project.ts";

const DEADLINE_MS = 20_000;
const DEFAULT_PORT = "4899";

const refused = z.object({ error: z.string() });

/** Where the sandbox runs: what was said, else what the environment or `.env` says, as web and worker read it. */
function sandboxUrl(said: string | undefined): string {
  loadDotEnv();
  const set = (name: string) => process.env[name]?.trim() || undefined;
  const url = said ?? set("PORCHLIGHT_SANDBOX_URL");
  return url?.replace(/\/+$/, "") ?? `http://127.0.0.1:${set("PORCHLIGHT_SANDBOX_PORT") ?? DEFAULT_PORT}`;
}

/**
 * Asks the sandbox's own API, below `/sandbox`, and reads its answer. Throws AppError `unavailable` where no sandbox runs,
 * saying how to start one, and `invalid` with its own words where it declines.
 */
export async function askSandbox<T>(
  said: string | undefined,
  [method, path]: readonly [method: string, path: string],
  schema: z.ZodType<T>,
  body?: unknown,
): Promise<T> {
  const url = sandboxUrl(said);
  const init = { method, signal: AbortSignal.timeout(DEADLINE_MS) };
  const request = body === undefined ? init : { ...init, body: JSON.stringify(body) };
  const response = await fetch(`${url}/sandbox${path}`, request).catch(() => {
    throw new AppError("unavailable", notRunning(url));
  });
  const answer: unknown = await response.json().catch(() => null);
  const why = refused.safeParse(answer);
  if (!response.ok && why.success) throw new AppError("invalid", why.data.error);
  const read = schema.safeParse(answer);
  if (!response.ok || !read.success) throw new AppError("unavailable", `What answers at ${url} is no sandbox.`);
  return read.data;
}

function notRunning(url: string): string {
  return [
    `No sandbox answers at ${url}.`,
    "Start one in another terminal: npx porchlight sandbox serve",
    "Or say where it runs: --url, or PORCHLIGHT_SANDBOX_URL (npm run demo has one of its own, on the first free port from 4899).",
  ].join("\n");
}
