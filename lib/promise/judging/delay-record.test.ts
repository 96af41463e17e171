import { expect, test } from "vitest";
import { days, delayWith } from "#lib/promise/delay/delay-testing.ts";
import { brokenPromise, isSameRecord, lastingReason, levelBefore, recordAfter } from "./delay-record.ts";

const BROKEN = delayWith({ carrierSays: days("2026-11-08") });
const ON_TIME = delayWith();
const at = (nowMs: number) => ({ nowMs, late: 0.9, isOpen: true });

test("nothing is kept of a parcel that is on time", () => {
  expect(recordAfter(null, ON_TIME, at(1))).toBeNull();
});

test("a delay that is solved and comes back is the same one: when it began and was apologised for stays", () => {
  const first = recordAfter(null, BROKEN, at(1));
  expect(first).toMatchObject({
    beganMs: 1,
    apologisedMs: 1,
    solvedMs: null,
    wasTo: "2026-11-05",
    nowTo: "2026-11-08",
  });
  expect([levelBefore(first), brokenPromise(first)]).toEqual(["apology", days("2026-11-04", "2026-11-05")]);
  const solved = recordAfter(first, ON_TIME, at(2));
  expect(solved).toMatchObject({ solvedMs: 2, level: "apology", endedDaysLate: null });
  expect([levelBefore(solved), brokenPromise(solved)]).toEqual(["none", null]);
  expect(recordAfter(solved, BROKEN, at(3))).toMatchObject({ beganMs: 1, apologisedMs: 1, solvedMs: null });
});

test("one that was only a risk has no broken promise, and once apologised for it keeps when", () => {
  const calm = recordAfter(null, delayWith({ pLate: 0.6 }), at(1));
  expect(calm).toMatchObject({ level: "calm", apologisedMs: null });
  expect(brokenPromise(calm)).toBeNull();
  expect(recordAfter(calm, BROKEN, at(5))).toMatchObject({ beganMs: 1, apologisedMs: 5 });
});

test("it ends with the days that it was late in the end, and is then left alone", () => {
  const first = recordAfter(null, BROKEN, at(1));
  const arrived = delayWith({ deliveredOn: "2026-11-07", today: "2026-11-07", status: "delivered" });
  const ended = recordAfter(first, arrived, at(2));
  expect(ended).toMatchObject({ solvedMs: 2, endedDaysLate: 2 });
  expect(recordAfter(ended, arrived, at(9))).toBe(ended);
});

test("where nobody can tell it stays open while the parcel is looked at, and ends when that does", () => {
  const first = recordAfter(null, BROKEN, at(1));
  const cancelled = delayWith({ status: "cancelled" });
  expect(recordAfter(first, cancelled, at(2))).toBe(first);
  expect(recordAfter(first, cancelled, { ...at(2), isOpen: false })).toMatchObject({ solvedMs: 2 });
});

test("another chance alone is no other record", () => {
  const first = recordAfter(null, BROKEN, at(1));
  const again = recordAfter(first, BROKEN, { ...at(7), late: 0.95 });
  expect(first !== null && again !== null && isSameRecord(again, first)).toBe(true);
});

test("a storm goes on being why after the next scan, what customs asked does not, nor anything that is solved", () => {
  const why = (reason: string | null, isSolved = false) => lastingReason({ reason, responsible: "nature", isSolved });
  expect(why("weather")).toEqual({ reason: "weather", responsible: "nature" });
  expect([why("customs_documents"), why(null), why("weather", true), lastingReason(null)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
