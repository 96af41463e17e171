import "server-only";
import { createLogger } from "#lib/runtime/logger.ts";

const log = createLogger("web");

/** Tells the log why something cannot be shown. The cause only: the error around it repeats the query and its values. */
export function logOutOfReach(error: unknown, what: string): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  log.error({ reason: cause instanceof Error ? cause.message : "unknown" }, `${what} is out of reach`);
}
