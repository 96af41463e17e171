import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { judgedParcel } from "./judged-parcel.ts";
import { HOUR, judgeAt, NOW, parcel, promised } from "./judging-testing.ts";
import { dayNumber, localDay, localMoment } from "./local-moment.ts";

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
