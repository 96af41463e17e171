import "server-only";
import { createLogger } from "#lib/runtime/logger.ts";

const log = createLogger("web");

/**
 * Tells the log why something cannot be shown, with the code and the place of the error: a bug ends here too. What a failed
 * query was about is left out (`safeError`).
 */
export function logOutOfReach(error: unknown, what: string): void {
  log.error({ err: error }, `${what} is out of reach`);
}
