import type { Temporal } from "temporal-polyfill";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { instantMsOf } from "./epoch.ts";
import { usualPauseMs } from "./next-check.ts";
import type { Status } from "./status.ts";
import type { CheckFacts, TrackingHealth } from "./tracking-state.ts";

/** Shorter silences are nobody's business: a carrier may be down for some minutes. */
const PATIENCE_MS = 30 * 60_000;

/**
 * How well we can see a parcel. What a person has to mend has its own word; any other trouble is `stale` once the carrier has
 * failed for half an hour, or has not been heard for twice the pause that is planned. A parcel at its end is never stale, nor
 * is one that nobody means to ask about any more.
 */
export function healthOf(check: CheckFacts, status: Status, now: Temporal.Instant): TrackingHealth {
  if (!check.supported) return "unsupported_carrier";
  const problem = check.problem?.kind ?? null;
  switch (problem) {
    case "invalid_number":
    case "credentials_refused":
    case "quota_spent":
      return problem;
    case "forbidden":
      return "credentials_refused";
    case "outage":
    case "unreadable":
    case "rejected":
    case null:
      return isStale(check, status, now) ? "stale" : "ok";
    default:
      return assertNever(problem);
  }
}

/** A carrier that fails has half an hour; one that nobody could ask, for whatever reason, twice the planned pause. */
function isStale(check: CheckFacts, status: Status, now: Temporal.Instant): boolean {
  const { checkedAt, problem, pace = 1, isScheduled = true, isPushed = false } = check;
  const pause = usualPauseMs(status, isPushed);
  if (pause === null || !isScheduled) return false;
  const failingMs = age(problem?.since ?? null, now);
  const silentMs = age(checkedAt, now);
  return failingMs > PATIENCE_MS / pace || silentMs > Math.max(PATIENCE_MS, 2 * pause) / pace;
}

/** Before the first try there is nothing to be late with. */
function age(instant: string | null, now: Temporal.Instant): number {
  const at = instantMsOf(instant);
  return at === null ? 0 : now.epochMilliseconds - at;
}
