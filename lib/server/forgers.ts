import "server-only";
import { take } from "#lib/use-cases/limits/take.ts";
import { context } from "./context.ts";

/** Tries at push addresses with a wrong key or signature, of one neighbourhood, at all addresses together. */
const BURST = 120;
const PERIOD_MS = 1_000;
const MOST_REMEMBERED = 10_000;

/** Neighbourhoods that used up their tries, and until when they are not heard, by this process's own clock. */
const refused = new Map<string, number>();

/** Milliseconds for which this neighbourhood is not heard; 0 where it is. Costs no query: each process learns by itself. */
export function forgerWaitMs(block: string): number {
  return Math.max(0, (refused.get(block) ?? 0) - performance.now());
}

/**
 * Counts a push that was not signed by who should. What is signed is never counted: no forger keeps a carrier out, unless they
 * come from the same neighbourhood.
 */
export async function countForgery(block: string): Promise<void> {
  const { db, keys } = context();
  const taken = await take({ db, keys }, [
    { scope: "push.forged", merchantId: null, key: block, burst: BURST, periodMs: PERIOD_MS },
  ]);
  if (taken.ok) return;
  if (refused.size >= MOST_REMEMBERED) refused.clear();
  refused.set(block, performance.now() + taken.retryAfterMs);
}
