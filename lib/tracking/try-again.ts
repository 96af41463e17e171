import { assertNever } from "#lib/kernel/assert-never.ts";
import type { CheckProblem } from "./tracking-state.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SHORTEST = 5_000;

/**
 * How long to wait, in milliseconds, after `failures` tries in a row ended in this problem. What only a person can mend is
 * tried seldom; what mends itself soon, then ever less often. A carrier that names a time is never asked before it.
 */
export function tryAgainAfterMs(
  problem: CheckProblem,
  failures: number,
  { retryAfterMs, pace }: { readonly retryAfterMs: number | null; readonly pace: number },
): number {
  const planned = Math.max(SHORTEST, plannedMs(problem, failures) / pace);
  return Math.max(planned, retryAfterMs ?? 0);
}

function plannedMs(problem: CheckProblem, failures: number): number {
  const doubling = 2 ** Math.min(Math.max(failures, 1) - 1, 10);
  switch (problem) {
    case "outage":
      return Math.min(2 * MINUTE * doubling, 2 * HOUR);
    case "unreadable":
    case "rejected":
      return Math.min(15 * MINUTE * doubling, 6 * HOUR);
    case "quota_spent":
      return Math.min(15 * MINUTE * doubling, 2 * HOUR);
    case "credentials_refused":
    case "forbidden":
      return HOUR;
    case "invalid_number":
      return 12 * HOUR;
    default:
      return assertNever(problem);
  }
}
