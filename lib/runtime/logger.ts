import { type Logger, pino } from "pino";

/** JSON lines on stderr. Log ids and counts; never a name, an address, an email, a token or a key. */
export function createLogger(name: string): Logger {
  return pino(
    {
      name,
      base: { name, pid: process.pid },
      level: process.env.LOG_LEVEL ?? "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.email", "*.password", "*.token", "email", "password", "token"],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
