import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { arrivalReader, learnedArrivals } from "#lib/promise/arrival/arrival-state.ts";
import { SHOP_TERMS } from "#lib/promise/arrival/shop-terms.ts";
import type { Promised } from "#lib/promise/ledger.ts";
import { type Judge, judgedParcel, type ParcelToJudge } from "./judged-parcel.ts";
import { dayNumber, localDay, localMoment } from "./local-moment.ts";

const NOW = Temporal.Instant.from("2026-11-04T15:00:00Z").epochMilliseconds;
const HOUR = 3_600_000;
const reader = arrivalReader(learnedArrivals(SHOP_TERMS, [], { day: dayNumber("2026-11-04"), holidays: [] }));

function judgeAt(nowMs: number): Judge {
  const thresholds = { atRisk: 0.5, nearlySure: 0.8, lost: 0.5, lostDaysAfterPromise: 21 };
  return { nowMs, reader, thresholds, betterSource: () => "carrier" };
}

const promised = (fromDay: string, toDay: string): Promised => ({
  ...{ fromDay, toDay, saidBy: "checkout", saidAt: "2026-11-01T10:00:00Z", reason: null },
});

/** Handed over yesterday, scanned an hour ago. */
function parcel(changes: Partial<ParcelToJudge> = {}, seen: Partial<ParcelToJudge["seen"]> = {}): ParcelToJudge {
  return {
    seen: {
      ...{ zone: "Europe/Berlin", isOpen: true, handedOverMs: NOW - 24 * HOUR, arrivedMs: null, arrivedOn: null },
      ...{
        watchedUntilMs: null,
        outForDeliveryMs: null,
        silentFromMs: null,
        silentToMs: null,
        statusSince: "2026-11-04",
      },
      ...{ triedOn: null, carrierFrom: null, carrierTo: null, carrierFirstTo: null },
      ...{ reason: null, responsible: null, actionRequired: null },
      ...seen,
    },
    way: { carrier: "dhl", shippingMethod: "Standard", shipCountry: "DE", shipPostcode: "53113" },
    ...{ status: "in_transit", placedMs: NOW - 72 * HOUR, newsMs: NOW - HOUR, checkedMs: NOW },
    ...{ isCancelled: false, neededBy: null, ledger: [], firstBelief: null, before: "none", broken: null },
    ...changes,
  };
}

test("chances that rest on judgement alone may say that it may be later, and never apologise", () => {
  const dayAhead = fc.integer({ min: 0, max: 6 }).map((days) => localDay(NOW + days * 24 * HOUR, "Europe/Berlin"));
  fc.assert(
    fc.property(dayAhead, fc.integer({ min: 0, max: 72 }), (toDay, hours) => {
      const judged = judgedParcel(
        judgeAt(NOW),
        parcel({ ledger: [promised(toDay, toDay)], newsMs: NOW - hours * HOUR }),
      );
      expect(judged.delay.level).not.toBe("apology");
      expect(judged.expectation.toDay).not.toBeNull();
    }),
  );
  const soon = judgedParcel(judgeAt(NOW), parcel({ ledger: [promised("2026-11-04", "2026-11-04")] }));
  expect(soon.delay).toMatchObject({ level: "calm", cause: "likely" });
});

test("against a carrier that names a day in time judgement says nothing", () => {
  const named = { carrierFrom: "2026-11-05", carrierTo: "2026-11-05", carrierFirstTo: "2026-11-05" };
  const judged = judgedParcel(judgeAt(NOW), parcel({ ledger: [promised("2026-11-05", "2026-11-05")] }, named));
  expect(judged.delay.level).toBe("none");
  expect(judged.expectation).toMatchObject({ source: "carrier", toDay: "2026-11-05", late: null });
});

test("where the shop promised nothing the carrier's first word is the promise, and its next one breaks it", () => {
  const word = { carrierFrom: "2026-11-05", carrierTo: "2026-11-05", carrierFirstTo: "2026-11-05" };
  const first = judgedParcel(judgeAt(NOW), parcel({}, word));
  expect(first.told).toMatchObject([{ saidBy: "carrier", toDay: "2026-11-05" }]);
  expect(first.delay).toMatchObject({ level: "none", was: { toDay: "2026-11-05" } });
  const later = parcel({ ledger: first.told }, { ...word, carrierFrom: "2026-11-09", carrierTo: "2026-11-09" });
  const next = judgedParcel(judgeAt(NOW + HOUR), later);
  expect(next.delay).toMatchObject({ level: "apology", cause: "carrier_date", daysLate: 4 });
});

test("what is learned at hand-over is kept as it was, and not made up for what is seen later for the first time", () => {
  const kept = judgedParcel(judgeAt(NOW), parcel({ ledger: [promised("2026-11-06", "2026-11-06")] })).expectation;
  expect(kept.learnedFirstDay).not.toBeNull();
  expect(kept.lateFirst).toBeGreaterThan(0);
  const old = judgedParcel(judgeAt(NOW), parcel({}, { handedOverMs: NOW - 96 * HOUR })).expectation;
  expect(old).toMatchObject({ learnedFirstDay: null, forecast: null, lateFirst: null });
});

test("a parcel handed over when it should have been arriving is late by the shop's doing", () => {
  const ledger = [promised("2026-11-02", "2026-11-03")];
  const judged = judgedParcel(judgeAt(NOW), parcel({ ledger }));
  expect(judged.delay).toMatchObject({ cause: "passed", reason: "late_handover", responsible: "merchant" });
});

test("days are those of the place, on the days on which clocks change too", () => {
  for (const [instant, day] of [
    ["2026-10-25T22:30:00Z", "2026-10-25"],
    ["2026-10-25T23:30:00Z", "2026-10-26"],
    ["2026-10-24T22:30:00Z", "2026-10-25"],
  ] as const) {
    const instantMs = Temporal.Instant.from(instant).epochMilliseconds;
    expect(localDay(instantMs, "Europe/Berlin")).toBe(day);
    expect(Math.floor(localMoment(instantMs, "Europe/Berlin"))).toBe(dayNumber(day));
  }
});
