import { type Logger, pino } from "pino";
import { messageOf } from "./on-shutdown.ts";

/** JSON lines on stderr. Log ids and counts; never a name, an address, an email, a token or a key. */
export function createLogger(name: string): Logger {
  return pino(
    {
      name,
      base: { name, pid: process.pid },
      level: process.env.LOG_LEVEL ?? "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: safeError },
      redact: ["*.email", "*.password", "*.token", "email", "password", "token"],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** An error without what a failed query was about: its text and values hold names, and a carrier's reply does too. */
export function safeError(error: unknown): {
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
} {
  const message = messageOf(error);
  if (!(error instanceof Error)) return { message };
  const cause = error.cause instanceof Error && error.message !== message ? error.cause : error;
  const frames = (cause.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { message, ...("code" in cause ? { code: String(cause.code) } : {}), stack: frames.join("\n") };
}
