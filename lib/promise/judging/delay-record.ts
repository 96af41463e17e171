import { isSolved } from "#lib/promise/apology/apology-of.ts";
import type { Delay, DelayCause, DelayState, Level } from "#lib/promise/delay/delay.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import { RESPONSIBLES, type Reason } from "#lib/tracking/reason.ts";
import type { Why } from "./delay-facts.ts";

/** A delay as it is kept: one a parcel, for ever. Instants in milliseconds since 1970, days where the parcel goes. */
export type DelayRecord = {
  readonly state: Exclude<DelayState, "on_time" | "none">;
  readonly level: Exclude<Level, "none">;
  readonly cause: DelayCause;
  readonly severity: number;
  readonly daysLate: number | null;
  readonly late: number | null;
  readonly reason: string | null;
  readonly responsible: string | null;
  readonly missesNeeded: boolean;
  readonly wasFrom: string | null;
  readonly wasTo: string | null;
  readonly nowFrom: string | null;
  readonly nowTo: string | null;
  readonly beganMs: number;
  readonly apologisedMs: number | null;
  readonly solvedMs: number | null;
  readonly endedDaysLate: number | null;
};

/** What was last said of a parcel: nothing once that was solved. */
export function levelBefore(stored: DelayRecord | null): Level {
  return stored === null || stored.solvedMs !== null ? "none" : stored.level;
}

/** The promise that an apology was made for, while it is not solved. */
export function brokenPromise(stored: DelayRecord | null): Window | null {
  if (stored === null || stored.solvedMs !== null || stored.apologisedMs === null) return null;
  const { wasFrom: fromDay, wasTo: toDay } = stored;
  return fromDay === null || toDay === null ? null : { fromDay, toDay };
}

/** These go on being why a parcel is late when the scan that told them is followed by others. */
const LASTING: readonly Reason[] = [
  "weather",
  "natural_disaster",
  "operations",
  "missed_connection",
  "missorted",
  "holiday",
  "late_handover",
];

/** Why it was last said to be at risk or late, where that lasts and is not solved: a later scan that tells no reason takes none back. */
export function lastingReason(
  stored: { readonly reason: string | null; readonly responsible: string | null; readonly isSolved: boolean } | null,
): Why | null {
  if (stored === null || stored.isSolved) return null;
  const reason = LASTING.find((known) => known === stored.reason);
  if (reason === undefined) return null;
  return { reason, responsible: RESPONSIBLES.find((known) => known === stored.responsible) ?? null };
}

/**
 * The record after a judging, or null where there is nothing to keep. What was solved and breaks again goes on as the same
 * delay; how loudly it was ever said stays in `apologisedMs`.
 */
export function recordAfter(
  stored: DelayRecord | null,
  delay: Delay,
  { nowMs, late, isOpen }: { readonly nowMs: number; readonly late: number | null; readonly isOpen: boolean },
): DelayRecord | null {
  if (delay.level !== "none") return opened(stored, { ...delay, level: delay.level }, { nowMs, late });
  if (stored === null || stored.solvedMs !== null) return stored;
  if (!isSolved(delay) && isOpen) return stored;
  const endedDaysLate = delay.arrived ? delay.daysLate : null;
  return {
    ...stored,
    solvedMs: nowMs,
    endedDaysLate,
    nowFrom: delay.now?.fromDay ?? null,
    nowTo: delay.now?.toDay ?? null,
  };
}

function opened(
  stored: DelayRecord | null,
  delay: Delay & { readonly level: Exclude<Level, "none"> },
  { nowMs, late }: { readonly nowMs: number; readonly late: number | null },
): DelayRecord {
  const { level, severity, daysLate, reason, responsible, missesNeeded, was, now } = delay;
  const isApology = level === "apology";
  return {
    state: delay.state === "on_time" || delay.state === "none" ? "at_risk" : delay.state,
    level,
    cause: delay.cause ?? "likely",
    ...{ severity, daysLate, late, reason, responsible, missesNeeded },
    wasFrom: was?.fromDay ?? stored?.wasFrom ?? null,
    wasTo: was?.toDay ?? stored?.wasTo ?? null,
    nowFrom: now?.fromDay ?? null,
    nowTo: now?.toDay ?? null,
    beganMs: stored?.beganMs ?? nowMs,
    apologisedMs: stored?.apologisedMs ?? (isApology ? nowMs : null),
    solvedMs: null,
    endedDaysLate: null,
  };
}

/** Whether anything changed that somebody reads; the chance alone is not worth a write. */
export function isSameRecord(one: DelayRecord, other: DelayRecord): boolean {
  return Object.entries(one).every(([name, value]) => name === "late" || Reflect.get(other, name) === value);
}
