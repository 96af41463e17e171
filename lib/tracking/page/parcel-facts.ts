import { Temporal } from "temporal-polyfill";
import { lookAgainMs } from "#lib/tracking/next-check.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { TrackingState } from "#lib/tracking/tracking-state.ts";
import { carrierName } from "./carrier-name.ts";
import { initialOf } from "./initial-of.ts";
import { placeName } from "./journey-of.ts";
import type { Judgement } from "./judged-answer.ts";
import { leftPlaceOf } from "./left-place.ts";
import { arrivalOf, dayOfInstant, dayTimeOf, dayTimeOfScan } from "./local-times.ts";
import type { ParcelFacts } from "./parcel-answer.ts";
import { pickupPlaceOf } from "./pickup-place-of.ts";
import { seenUntilDay } from "./seen-until.ts";
import type { Arrival, DayTime, Delivered, ParcelRecord } from "./tracking-page.ts";

export type PageContext = {
  readonly now: Temporal.Instant;
  /** The merchant's. */
  readonly zone: string;
  /** How a parcel stands to what was promised; nobody says so where this is not given. */
  readonly judge?: (parcel: ParcelFacts & { readonly number: number }) => Judgement | null;
};

/** While a parcel is younger than this, that no scan is there yet is usual. */
const NEW_HOURS = 36;

/** Everything that a parcel's observations tell at this moment, as days and hours on wall clocks; `zone` is where it goes. */
export function parcelFacts(
  parcel: ParcelRecord,
  zone: string,
  { now, zone: merchantZone }: PageContext,
): ParcelFacts & ReachedDays {
  const state = stateOf(parcel.observations, now, parcel.check);
  const since = state.since === null ? null : dayTimeOfScan(state.since, zone);
  const expected = state.estimate === null ? null : arrivalOf(state.estimate, zone);
  const today = dayOfInstant(now.toString(), zone);
  return {
    carrierName: carrierName(parcel.carrier),
    handedOverOn: parcel.shippedAt === null ? null : dayOfInstant(parcel.shippedAt, merchantZone),
    isNew: state.status === "pending" && isNew(parcel, now),
    zone,
    today,
    status: state.status,
    since,
    place: placeName(state.place),
    expected,
    expectedBefore: earlierWords(state, expected, zone),
    reason: state.reason,
    responsible: state.responsible,
    actionRequired: state.actionRequired,
    delivery: deliveredOf(state, since, zone),
    pickup: pickupPlaceOf(state, today),
    health: state.health,
    checkedAt: state.checkedAt,
    seenUntil: seenUntilDay(state.checkedAt, zone),
    isAsked: isAsked(parcel),
    isSilent: state.health === "stale" && parcel.check.problem !== null,
    lookMs: parcel.check.supported && isAsked(parcel) ? lookAgainMs(state.status, parcel.check.pace) : null,
    reached: reachedDays(state, zone),
  };
}

function isAsked({ check }: ParcelRecord): boolean {
  return check.isScheduled ?? true;
}

function isNew({ shippedAt }: ParcelRecord, now: Temporal.Instant): boolean {
  if (shippedAt === null) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(shippedAt).add({ hours: NEW_HOURS }), now) >= 0;
}

/** The day on which each status was first reached. */
export type ReachedDays = { readonly reached: ReadonlyMap<string, string> };

function reachedDays(state: TrackingState, zone: string): ReadonlyMap<string, string> {
  return new Map(
    state.milestones.flatMap(({ status, when }) => {
      const day = dayTimeOfScan(when, zone)?.day;
      return day === undefined ? [] : [[status, day] as const];
    }),
  );
}

/** What the carrier said before, as people see it: two words that show the same window are one. */
function earlierWords(state: TrackingState, expected: Arrival | null, zone: string): readonly Arrival[] {
  const all = state.estimatesBefore.map((estimate) => arrivalOf(estimate, zone));
  return all.filter((window, at) => JSON.stringify(window) !== JSON.stringify(all[at + 1] ?? expected));
}

/** A scan's own clock is the place's; an instant that a carrier gave besides is only a moment. */
function deliveredOf({ delivery, status }: TrackingState, since: DayTime | null, zone: string): Delivered | null {
  if (delivery === null) return null;
  const told = delivery.at === null ? null : dayTimeOf(delivery.at, zone);
  const isMoment = delivery.at?.endsWith("Z") ?? false;
  const scanned = status === "delivered" ? since : null;
  const isScanBetter =
    scanned !== null && (isMoment || told === null || (told.time === null && told.day === scanned.day));
  return {
    at: isScanBetter ? scanned : told,
    signedBy: initialOf(delivery.signedBy),
    leftAt: leftPlaceOf(delivery.leftAt),
  };
}
