import { Temporal } from "temporal-polyfill";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { isZone } from "#lib/kernel/zone.ts";
import { instantMsOf } from "./epoch.ts";
import { instantRangeOf } from "./instant-range.ts";
import { NOWHERE, type When } from "./observation.ts";
import type { Status } from "./status.ts";
import type { TrackingState } from "./tracking-state.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHORTEST = 5 * SECOND;
const SPREAD = 0.1;

/** While a number is younger than this, a label that the carrier does not know yet turns up within hours. */
const YOUNG = DAY;
const FRESH_LABEL = HOUR;
/** On the day on which a parcel is expected it goes out for delivery, which people want to know. */
const EXPECTED_TODAY = HOUR;
/** What is lost and not found again for this long is not looked for any more. */
const SEARCH = 30 * DAY;
/** Carriers forget a number about this long after their last word on it. */
const MEMORY = 120 * DAY;

/** How long to wait between two looks at the carrier, in milliseconds; null where a parcel's story has ended. */
const PAUSE: Readonly<Record<Status, number | null>> = {
  pending: 4 * HOUR, // A number that a day did not bring up seldom comes soon.
  info_received: 4 * HOUR, // It waits for a collection, once or twice a day.
  picked_up: 3 * HOUR, // Scans of a journey are hours apart.
  in_transit: 3 * HOUR,
  customs: 4 * HOUR, // An authority takes days; its offices are closed at night.
  out_for_delivery: 15 * MINUTE, // The shopper waits at the door.
  attempt_failed: 2 * HOUR, // It comes again the next day, or waits at a shop this afternoon.
  available_for_pickup: 4 * HOUR, // Nothing happens until somebody goes there.
  delivered: DAY, // Once more, for a correction or a signature that came late.
  exception: 2 * HOUR, // Somebody is working at it, and somebody is worried.
  lost: DAY, // It may turn up.
  returning: 6 * HOUR, // It goes to the shop, which is in less of a hurry.
  returned: DAY,
  cancelled: DAY,
  expired: DAY, // Nobody said anything for 30 days, but it may still arrive.
};

/** How often an open page asks us, in milliseconds; null where nothing more is to come. */
const LOOK: Readonly<Record<Status, number | null>> = {
  pending: 10 * MINUTE,
  info_received: 10 * MINUTE,
  picked_up: 5 * MINUTE,
  in_transit: 5 * MINUTE,
  customs: 5 * MINUTE,
  out_for_delivery: 2 * MINUTE,
  attempt_failed: 5 * MINUTE,
  available_for_pickup: 5 * MINUTE,
  delivered: null,
  exception: 5 * MINUTE,
  lost: null,
  returning: 10 * MINUTE,
  returned: null,
  cancelled: null,
  expired: 30 * MINUTE,
};

const ENDED: ReadonlySet<Status> = new Set(["delivered", "returned", "cancelled", "lost"]);

export type CheckPlan = {
  /** Parcels with different keys are spread by up to a tenth of the pause, so that they are not asked about all at once. */
  readonly key?: string;
  /** When we first knew of the number (ISO instant): what is pending is asked about more often while that is fresh. */
  readonly knownSince?: string | null;
  /** At least 1. All spans of time are divided by it: sandbox parcels live faster. */
  readonly pace?: number;
};

/**
 * How long to wait before the carrier is asked again, in milliseconds, at least 5 s; null when it is never asked again. What
 * has ended is asked about once more a day later; what is lost, each day for 30 days; what is silent, each day until 120 days
 * after its last scan.
 */
export function nextCheckAfterMs(
  state: Pick<TrackingState, "status" | "since" | "estimate">,
  now: Temporal.Instant,
  { key = "", knownSince = null, pace = 1 }: CheckPlan = {},
): number | null {
  const pause = pauseMs(state, now, { knownSince, pace });
  if (pause === null) return null;
  const planned = Math.ceil(pause / pace);
  // The last look must not come before its time, or there would be another.
  return Math.max(SHORTEST, ENDED.has(state.status) ? planned : 0, jitter(planned, key));
}

/** How long an open page waits before it asks us again, in milliseconds, at least 5 s; null when nothing more is to come. */
export function lookAgainMs(status: Status, pace = 1): number | null {
  const pause = LOOK[status];
  return pause === null ? null : Math.max(SHORTEST, pause / pace);
}

/** The longest pause that is planned in a status, in milliseconds; null where no news is expected any more. */
export function longestPauseMs(status: Status): number | null {
  return ENDED.has(status) ? null : PAUSE[status];
}

/** A span of time made up to a tenth shorter or longer, always the same for the same key; unchanged for an empty one. */
export function jitter(pause: number, key: string): number {
  const share = key === "" ? 0.5 : hashOf(key) / 0xffff_ffff;
  return Math.round(pause * (1 + SPREAD * (2 * share - 1)));
}

/** FNV-1a, stirred once more (as MurmurHash ends) since keys that differ in their last letter only stay close without it. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function pauseMs(
  { status, since, estimate }: Pick<TrackingState, "status" | "since" | "estimate">,
  now: Temporal.Instant,
  { knownSince, pace }: { readonly knownSince: string | null; readonly pace: number },
): number | null {
  const pause = PAUSE[status];
  const age = (from: number | null) =>
    from === null ? Number.POSITIVE_INFINITY : (now.epochMilliseconds - from) * pace;
  switch (status) {
    case "pending":
      return age(instantMsOf(knownSince)) < YOUNG ? FRESH_LABEL : pause;
    case "picked_up":
    case "in_transit":
      return isExpectedToday(estimate, since?.zone ?? null, now) ? EXPECTED_TODAY : pause;
    case "delivered":
    case "returned":
    case "cancelled": {
      const left = DAY - age(latestMs(since));
      return left > 0 ? Math.min(left, DAY) : null;
    }
    case "lost":
      return age(latestMs(since)) < SEARCH ? pause : null;
    case "expired":
      return age(latestMs(since) ?? instantMsOf(knownSince)) < MEMORY ? pause : null;
    case "info_received":
    case "customs":
    case "out_for_delivery":
    case "attempt_failed":
    case "available_for_pickup":
    case "exception":
    case "returning":
      return pause;
    default:
      return assertNever(status);
  }
}

/** The last instant that a time can mean. */
function latestMs(when: When | null): number | null {
  return when === null ? null : (instantRangeOf(when, NOWHERE)?.latest ?? null);
}

/** Whether the estimate names the day that it is where the parcel was seen last. */
function isExpectedToday(estimate: TrackingState["estimate"], zone: string | null, now: Temporal.Instant): boolean {
  if (estimate === null) return false;
  const place = zone !== null && isZone(zone) ? zone : "UTC";
  const dayAt = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(place).toPlainDate().toString();
  const dayOf = (text: string) => {
    const instant = instantMsOf(text);
    return instant === null ? text.slice(0, 10) : dayAt(Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)));
  };
  const today = dayAt(now);
  return dayOf(estimate.from) <= today && today <= dayOf(estimate.to);
}
