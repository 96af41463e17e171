import { Temporal } from "temporal-polyfill";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { isZone } from "#lib/kernel/zone.ts";
import { epochOf, instantMsOf } from "./epoch.ts";
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
/** The day has passed and it is not there: somebody waits for a word. */
const OVERDUE = 2 * HOUR;
/** After a scan the next one is hours away; after days of silence it seldom comes within the next few. */
const FRESH_SCAN = { within: HOUR, pause: 4 * HOUR } as const;
const LONG_SILENCE = { after: 3 * DAY, pause: 5 * HOUR } as const;
/** The van is near: the window in which it is said to come. */
const IN_THE_WINDOW = 10 * MINUTE;
/** Out for so long, it is not at the next door: a scan of the delivery was missed, or the van came back. */
const LONG_OUT = { after: 18 * HOUR, pause: 25 * MINUTE } as const;
/** A label whose parcel was not handed over in two days is seldom handed over the next, and after two weeks hardly ever. */
const OLD_LABEL = { after: 2 * DAY, pause: 8 * HOUR } as const;
const FORGOTTEN_LABEL = { after: 14 * DAY, pause: 20 * HOUR } as const;
const USUAL_OF_LABELS = 12 * HOUR;
/** What is pushed comes by itself: asking only makes sure of it. */
const PUSHED = { times: 3, longest: 12 * HOUR } as const;
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
  /** The carrier pushes news of it. */
  readonly isPushed?: boolean;
};

/**
 * How long to wait before the carrier is asked again, in milliseconds, at least 5 s; null when it is never asked again. What
 * has ended is asked about once more a day later; what is lost, each day for 30 days; what is silent, each day until 120 days
 * after its last scan.
 */
export function nextCheckAfterMs(
  state: Pick<TrackingState, "status" | "since" | "estimate">,
  now: Temporal.Instant,
  { key = "", knownSince = null, pace = 1, isPushed = false }: CheckPlan = {},
): number | null {
  const usual = pauseMs(state, now, { knownSince, pace });
  if (usual === null) return null;
  const pause = isPushed && !ENDED.has(state.status) ? pushedPauseMs(usual) : usual;
  const planned = Math.ceil(pause / pace);
  // The last look must not come before its time, or there would be another.
  return Math.max(SHORTEST, ENDED.has(state.status) ? planned : 0, jitter(planned, key));
}

/** How long an open page waits before it asks us again, in milliseconds, at least 5 s; null when nothing more is to come. */
export function lookAgainMs(status: Status, pace = 1): number | null {
  const pause = LOOK[status];
  return pause === null ? null : Math.max(SHORTEST, pause / pace);
}

/** The usual pause in a status, in milliseconds; null where no news is expected any more. None is twice as long. */
export function usualPauseMs(status: Status, isPushed = false): number | null {
  if (ENDED.has(status)) return null;
  const pause = status === "info_received" ? USUAL_OF_LABELS : PAUSE[status];
  return pause === null || !isPushed ? pause : pushedPauseMs(pause);
}

function pushedPauseMs(pause: number): number {
  return Math.max(pause, Math.min(pause * PUSHED.times, PUSHED.longest));
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
    case "info_received": {
      const label = age(latestMs(since) ?? instantMsOf(knownSince));
      if (label > FORGOTTEN_LABEL.after) return FORGOTTEN_LABEL.pause;
      return label > OLD_LABEL.after ? OLD_LABEL.pause : pause;
    }
    case "picked_up":
    case "in_transit": {
      const expected = expectedDay(estimate, since?.zone ?? null, now);
      if (expected !== null && expected !== "later") return expected === "today" ? EXPECTED_TODAY : OVERDUE;
      const silence = age(latestMs(since));
      if (silence < FRESH_SCAN.within) return FRESH_SCAN.pause;
      return silence > LONG_SILENCE.after && since !== null ? LONG_SILENCE.pause : pause;
    }
    case "out_for_delivery":
      if (age(latestMs(since)) > LONG_OUT.after && since !== null) return LONG_OUT.pause;
      return isInWindow(estimate, since?.zone ?? null, now) ? IN_THE_WINDOW : pause;
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
    case "customs":
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

/** Whether it is out for delivery for longer than a van is on its way. */
export function isLongOut(
  { status, since }: Pick<TrackingState, "status" | "since">,
  now: Temporal.Instant,
  pace = 1,
): boolean {
  const from = latestMs(since);
  return status === "out_for_delivery" && from !== null && (now.epochMilliseconds - from) * pace > LONG_OUT.after;
}

/** Whether the parcel is expected today. */
export function isExpectedToday(state: Pick<TrackingState, "since" | "estimate">, now: Temporal.Instant): boolean {
  return expectedDay(state.estimate, state.since?.zone ?? null, now) === "today";
}

/** How the estimate stands to the day that it is where the parcel was seen last; null without one. */
function expectedDay(
  estimate: TrackingState["estimate"],
  zone: string | null,
  now: Temporal.Instant,
): "passed" | "today" | "later" | null {
  if (estimate === null) return null;
  const place = zone !== null && isZone(zone) ? zone : "UTC";
  const dayAt = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(place).toPlainDate().toString();
  const dayOf = (text: string) => {
    const instant = instantMsOf(text);
    return instant === null ? text.slice(0, 10) : dayAt(Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)));
  };
  const today = dayAt(now);
  if (dayOf(estimate.to) < today) return "passed";
  return dayOf(estimate.from) <= today ? "today" : "later";
}

/** Whether it is said to come at this time; a window without an offset is read by the clock where it was seen last. */
function isInWindow(estimate: TrackingState["estimate"], zone: string | null, now: Temporal.Instant): boolean {
  if (estimate === null || !estimate.to.includes("T")) return false;
  const wallNow = epochOf(
    now
      .toZonedDateTimeISO(zone !== null && isZone(zone) ? zone : "UTC")
      .toPlainDateTime()
      .toString(),
  );
  const since = (text: string) => {
    const epoch = epochOf(text);
    if (epoch === null || wallNow === null) return Number.NaN;
    return epoch.instantMs === null ? wallNow.wallMs - epoch.wallMs : now.epochMilliseconds - epoch.instantMs;
  };
  return since(estimate.from) >= 0 && since(estimate.to) <= 0;
}
