import "server-only";
import { after } from "next/server";
import { logOutOfReach } from "./log-out-of-reach.ts";

/** The answer is made meanwhile. */
const HEAD_START_MS = 10;

/**
 * Work that goes on behind the answer; what fails is logged as `what`. Given to Next as a promise: a callback is kept until the
 * response closes, and where the client has gone before, for ever, so that the server never ends (Next 16.4, after-context.js).
 */
export function behind(what: string, work: () => Promise<unknown>): void {
  const begun = new Promise<void>((resolve) => setTimeout(resolve, HEAD_START_MS)).then(work);
  after(begun.catch((error: unknown) => logOutOfReach(error, what)));
}
