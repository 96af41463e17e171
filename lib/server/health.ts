import "server-only";
import { type DatabaseHealth, readDatabaseHealth } from "#db/queries/health.ts";
import { context } from "./context.ts";

export type Health = {
  readonly status: "ok" | "down";
  readonly version: string;
  readonly database: "ok" | "slow" | "unreachable" | "not_configured";
  readonly migrations: "ok" | "behind" | "unknown";
  readonly worker: { readonly lastBeatSecondsAgo: number | null };
};

const DEADLINE_MS = 2000;

/**
 * How this process is, within two seconds. It names what is wrong by a word of ours and never repeats an error's text,
 * which may hold an address or a password. A silent worker is told, not counted as down: pages work without it.
 */
export async function readHealth(): Promise<Health> {
  const version = process.env.PORCHLIGHT_VERSION ?? "unknown";
  const database = await probe();
  if (typeof database === "string") {
    return { status: "down", version, database, migrations: "unknown", worker: { lastBeatSecondsAgo: null } };
  }
  const migrations = database.isMigrated ? "ok" : "behind";
  return {
    status: database.isMigrated ? "ok" : "down",
    version,
    database: "ok",
    migrations,
    worker: { lastBeatSecondsAgo: database.lastBeatSecondsAgo },
  };
}

async function probe(): Promise<DatabaseHealth | "slow" | "unreachable" | "not_configured"> {
  const deadline = Promise.withResolvers<"slow">();
  const timer = setTimeout(() => deadline.resolve("slow"), DEADLINE_MS);
  try {
    const { db } = context();
    return await Promise.race([readDatabaseHealth(db).catch(() => "unreachable" as const), deadline.promise]);
  } catch {
    return "not_configured";
  } finally {
    clearTimeout(timer);
  }
}
