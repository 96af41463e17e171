import { expect, test } from "vitest";
import { chanceLaterThan, chanceLost } from "#lib/promise/arrival/arrival-law.ts";
import { arrivalLaw, windowOf } from "#lib/promise/arrival/arrival-of.ts";
import type { ArrivalParcel } from "#lib/promise/arrival/arrival-parcel.ts";
import { arrivalReader, driftedArrivals, learnedArrivals } from "#lib/promise/arrival/arrival-state.ts";
import { FIRST_DAY, MADE_UP_TERMS, madeUpParcels } from "#lib/promise/arrival/made-up-shop-testing.ts";
import { knowsTheFuture, type Says } from "./scrambled-future.ts";

const parcels = madeUpParcels({ days: 120, perDay: 4 });
const days = [FIRST_DAY + 60, FIRST_DAY + 75, FIRST_DAY + 90];

/** What is said on a day of every parcel that is under way then: late, lost, and its window. */
const says: Says = (known, day) => {
  const week = learnedArrivals(MADE_UP_TERMS, known, { day: day - 3, holidays: [] });
  const state = driftedArrivals(week, known, day);
  const reader = arrivalReader(state);
  const open = known.filter(({ handedOverAt, deliveredAt }) => handedOverAt < day && (deliveredAt ?? day) >= day);
  return [state, open.map((parcel) => saidOf(parcel, day, reader))];
};

function saidOf(
  { route, networks, handedOverAt }: ArrivalParcel,
  day: number,
  reader: Parameters<typeof arrivalLaw>[0],
) {
  const law = arrivalLaw(reader, {
    route,
    networks,
    handedOverAt,
    orderedAt: handedOverAt,
    lastScanAt: null,
    outForDeliveryAt: null,
    seenAt: day,
  });
  return [chanceLaterThan(law, day + 3), chanceLost(law), windowOf(reader, law)];
}

test("what is said on a day does not change when all that happens from that day on is made up anew", () => {
  for (const day of days) expect(knowsTheFuture(says, parcels, day)).toBe(false);
});

test("a model that learns from the next day as well is caught", () => {
  const eager: Says = (known, day) => learnedArrivals(MADE_UP_TERMS, known, { day: day + 1, holidays: [] });
  for (const day of days) expect(knowsTheFuture(eager, parcels, day)).toBe(true);
});

test("a route that knows whether its parcel will be slow is caught", () => {
  const planted: Says = (known, day) =>
    says(
      known.map((parcel) => ({
        ...parcel,
        route: { ...parcel.route, levels: [(parcel.deliveredAt ?? 1e9) - parcel.handedOverAt > 5 ? "slow" : "near"] },
      })),
      day,
    );
  for (const day of days) expect(knowsTheFuture(planted, parcels, day)).toBe(true);
});

test("learning only from those that will arrive is caught", () => {
  const survivors: Says = (known, day) =>
    says(
      known.filter(({ deliveredAt }) => deliveredAt !== null),
      day,
    );
  for (const day of days) expect(knowsTheFuture(survivors, parcels, day)).toBe(true);
});
