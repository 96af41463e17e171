import { daysBetween } from "#lib/promise/days-between.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import { breachOf, type Wrong } from "./breach-of.ts";
import type { Delay, DelayFacts, Level } from "./delay.ts";
import { isAgreed, neededBreach } from "./needed-breach.ts";
import { severityOf } from "./severity.ts";
import { isSeenAfter } from "./sight.ts";
import { isStuck, troubleOf } from "./trouble-of.ts";
import { comesNoMore, windowNow } from "./window-now.ts";

/** How one parcel stands to what its shopper was told; pure, and an answer for every combination of facts. */
export function delayOf(facts: DelayFacts): Delay {
  const arrivedOn = arrivalOf(facts);
  if (arrivedOn !== null) return arrived(facts, arrivedOn.day);
  if (facts.status === "cancelled") return rated(facts, { ...NOTHING, was: facts.promise });
  return open(facts);
}

type Unrated = Omit<Delay, "severity" | "reason" | "responsible">;

const NOTHING: Unrated = {
  state: "none",
  level: "none",
  cause: null,
  daysLate: null,
  leastDaysLate: null,
  was: null,
  now: null,
  missesNeeded: false,
  arrived: false,
};

/** What waits to be collected has arrived: it is in the shopper's hands when to fetch it. */
function arrivalOf({ deliveredOn, status, statusSinceDay }: DelayFacts): { readonly day: string | null } | null {
  if (deliveredOn !== null) return { day: deliveredOn };
  return status === "delivered" || status === "available_for_pickup" ? { day: statusSinceDay } : null;
}

/** Judged against what the shopper was told last; nothing is said any more. */
function arrived(facts: DelayFacts, day: string | null): Delay {
  const { promise, neededBy } = facts;
  const told = { ...NOTHING, was: promise, arrived: true };
  if (day === null) return rated(facts, told);
  const now = { fromDay: day, toDay: day };
  const missesNeeded = neededBy !== null && day > neededBy;
  const agreed = isAgreed(facts, promise) ? neededBy : null;
  const due = earlier(promise?.toDay ?? null, agreed);
  if (due === null) return rated(facts, { ...told, now, missesNeeded });
  const days = Math.max(0, daysBetween(due, day));
  const state = days > 0 ? "late" : "on_time";
  return rated(facts, { ...told, state, now, missesNeeded, daysLate: days, leastDaysLate: days });
}

function open(facts: DelayFacts): Delay {
  const promise = promiseThatCounts(facts);
  const needed = neededBreach(facts, promise);
  const broken = brokenBy(facts, promise, needed);
  const wrong = troubleOf(facts, promise?.toDay ?? null) ?? broken;
  const due = (wrong?.cause === "needed_by" ? facts.neededBy : null) ?? promise?.toDay ?? facts.neededBy;
  const now = windowNow(facts, wrong, due);
  return rated(facts, {
    ...(wrong ?? { state: due === null ? "none" : "on_time", level: "none", cause: null }),
    ...daysLateOf(facts, wrong === null ? null : now, due),
    was: promise,
    now: now?.window ?? null,
    missesNeeded: facts.neededBy !== null && (comesNoMore(wrong) || isMissed(needed, facts)),
    arrived: false,
  });
}

/** A promise that was moved after it was apologised for still counts until the parcel is there. */
function promiseThatCounts({ promise, broken }: DelayFacts): Window | null {
  if (broken === null || promise === null) return promise ?? broken;
  return broken.toDay <= promise.toDay ? broken : promise;
}

/** The graver of the shop's promise and the shopper's own day; silence says more of a late parcel than that it is late. */
function brokenBy(facts: DelayFacts, promise: Window | null, needed: Wrong | null): Wrong | null {
  const breach = promise === null ? null : breachOf(promise.toDay, facts.pLate, facts);
  const wrong = graver(breach, needed);
  const isLate = breach?.cause === "passed";
  if (isStuck(facts, isLate)) {
    const level = isLate || promise === null ? "apology" : "calm";
    return graver({ state: "stuck", level, cause: "silent" }, wrong);
  }
  // What has to be done is said before the parcel is late for it.
  if (facts.actionRequired === null) return wrong;
  return graver(wrong, { state: "stuck", level: "calm", cause: "action_needed" });
}

const LOUDNESS: Readonly<Record<Level, number>> = { none: 0, calm: 1, apology: 2 };

/** Of two that are equally loud the first. */
function graver(one: Wrong | null, other: Wrong | null): Wrong | null {
  if (one === null || other === null) return one ?? other;
  return LOUDNESS[other.level] > LOUDNESS[one.level] ? other : one;
}

/** A day that is over, that the carrier's date is after, or that is nearly sure to be missed. A mere risk misses nothing. */
function isMissed(needed: Wrong | null, facts: DelayFacts): boolean {
  if (needed === null || facts.neededBy === null) return false;
  return needed.state === "late" || isSeenAfter(facts, facts.neededBy);
}

function daysLateOf(facts: DelayFacts, now: ReturnType<typeof windowNow>, due: string | null) {
  if (due === null) return { daysLate: null, leastDaysLate: null };
  const soFar =
    facts.seenUntil === null ? 0 : Math.max(0, daysBetween(due, earlier(facts.seenUntil, facts.today) ?? due));
  if (now === null) return { daysLate: soFar, leastDaysLate: soFar };
  return {
    daysLate: Math.max(soFar, daysBetween(due, now.likelyDay)),
    leastDaysLate: Math.max(soFar, daysBetween(due, now.window.fromDay)),
  };
}

function rated(facts: DelayFacts, delay: Unrated): Delay {
  return { ...delay, ...whyOf(facts, delay), severity: severityOf(delay) };
}

/** Where the carrier tells no reason and the shop was late to hand it over, that is the reason: it is owned, not hidden. */
function whyOf({ reason, responsible, handedOver, handedOverLate }: DelayFacts, { state, cause }: Unrated) {
  const isShops = handedOverLate || (!handedOver && cause === "passed");
  if (reason !== null || !isShops || state === "on_time" || state === "none") return { reason, responsible };
  return { reason: "late_handover", responsible: "merchant" } as const;
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
