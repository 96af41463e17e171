import type { Temporal } from "temporal-polyfill";
import { type Promised, promiseBefore, standingPromise } from "#lib/promise/ledger.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { datedObservations } from "#lib/tracking/order-observations.ts";
import type { OrderRecord, ParcelRecord } from "#lib/tracking/page/tracking-page.ts";

/** By when we heard of a scan, as the page could tell it, or by when it happened, as the carrier dates it. */
export type Clock = "heard" | "happened";

/** What carriers said of a parcel, each with its moment in epoch milliseconds, oldest first. */
export function momentsOfScans(
  observations: readonly Observation[],
  clock: Clock,
): readonly { readonly observation: Observation; readonly ms: number }[] {
  return datedObservations(observations)
    .map(({ observation, at, heardAt }) => ({ observation, ms: clock === "heard" ? heardAt : Math.min(at, heardAt) }))
    .toSorted((a, b) => a.ms - b.ms);
}

type Then = { readonly at: Temporal.Instant; readonly clock: Clock };

/**
 * An order as it was at an earlier moment: what nobody had said yet is left out. `ledger` is what was promised for the whole
 * order, in any order. When carriers answered is known for their words only, so the newest of these counts as the last answer.
 */
export function recordThen(record: OrderRecord, ledger: readonly Promised[], { at, clock }: Then): OrderRecord {
  const isBy = (instant: string | null) => instant !== null && (instantMsOf(instant) ?? 0) <= at.epochMilliseconds;
  const said = ledger.filter(({ saidAt }) => isBy(saidAt));
  return {
    ...record,
    cancelledAt: isBy(record.cancelledAt) ? record.cancelledAt : null,
    promises: [promiseBefore(said), standingPromise(said)].flatMap((promise) =>
      promise === null ? [] : [{ fromDay: promise.fromDay, toDay: promise.toDay }],
    ),
    parcels: record.parcels
      .map((parcel) => parcelThen(parcel, { at, clock }, isBy))
      .filter(({ shippedAt, observations }) => isBy(shippedAt) || observations.length > 0),
  };
}

function parcelThen(
  parcel: ParcelRecord,
  { at, clock }: Then,
  isBy: (instant: string | null) => boolean,
): ParcelRecord {
  const { check } = parcel;
  const observations = momentsOfScans(parcel.observations, clock)
    .filter(({ ms }) => ms <= at.epochMilliseconds)
    .map(({ observation }) => observation);
  const heardAt = observations.length > 0 ? at.toString() : null;
  const answeredAt = isBy(check.checkedAt) ? check.checkedAt : heardAt;
  const problem = check.problem !== null && isBy(check.problem.since) ? check.problem : null;
  return { ...parcel, observations, check: { ...check, checkedAt: answeredAt, problem } };
}
