import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { isExpectedToday, jitter, lookAgainMs, nextCheckAfterMs, usualPauseMs } from "./next-check.ts";
import type { When } from "./observation.ts";
import { STATUSES, type Status } from "./status.ts";
import type { TrackingState } from "./tracking-state.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Temporal.Instant.from("2026-03-20T12:00:00Z");
const ago = (ms: number) => now.subtract({ milliseconds: ms }).toString();
const when = (ms: number): When => ({ localTime: null, zone: null, instant: ago(ms) });
const state = (status: Status, sinceMs = HOUR, estimate: TrackingState["estimate"] = null) => ({
  status,
  since: when(sinceMs),
  estimate,
});

test.each([
  ["pending", 4 * HOUR],
  ["info_received", 4 * HOUR],
  ["picked_up", 3 * HOUR],
  ["in_transit", 3 * HOUR],
  ["customs", 4 * HOUR],
  ["out_for_delivery", 15 * MINUTE],
  ["attempt_failed", 2 * HOUR],
  ["available_for_pickup", 4 * HOUR],
  ["exception", 2 * HOUR],
  ["returning", 6 * HOUR],
  ["lost", DAY],
  ["expired", DAY],
] as const)("%s is asked about again after %d ms", (status, pause) => {
  expect(nextCheckAfterMs(state(status), now)).toBe(pause);
});

test("a number that the carrier does not know yet is asked about each hour of its first day", () => {
  const pending = { status: "pending", since: null, estimate: null } as const;
  expect(nextCheckAfterMs(pending, now, { knownSince: ago(DAY - 1) })).toBe(HOUR);
  expect(nextCheckAfterMs(pending, now, { knownSince: ago(DAY) })).toBe(4 * HOUR);
  expect(nextCheckAfterMs(pending, now, { knownSince: "soon" })).toBe(4 * HOUR);
});

test.each([
  ["2026-03-20", "2026-03-20", HOUR],
  ["2026-03-19", "2026-03-21", HOUR],
  ["2026-03-20T17:00:00", "2026-03-20T19:00:00", HOUR],
  ["2026-03-20T23:00:00Z", "2026-03-20T23:00:00Z", HOUR],
  ["2026-03-21", "2026-03-22", 3 * HOUR],
  ["2026-03-18", "2026-03-19", 2 * HOUR],
  ["2026-03-19T23:00:00Z", "2026-03-19T23:30:00Z", 2 * HOUR],
])("what is expected from %s to %s is asked about in %d ms", (from, to, pause) => {
  expect(nextCheckAfterMs(state("in_transit", HOUR, { from, to }), now)).toBe(pause);
});

test.each([
  ["a fresh scan, since the next one is hours away", "in_transit", HOUR - 1, {}, 4 * HOUR],
  ["long silence, since it seldom ends soon", "picked_up", 3 * DAY + 1, {}, 5 * HOUR],
  ["a label that two days did not bring to the carrier", "info_received", 2 * DAY + 1, {}, 8 * HOUR],
  ["a label that two weeks did not bring to the carrier", "info_received", 14 * DAY + 1, {}, 20 * HOUR],
  ["a parcel of which news is pushed", "in_transit", 2 * HOUR, { isPushed: true }, 9 * HOUR],
  ["a day out for delivery, when a scan must have been missed", "out_for_delivery", DAY, {}, 25 * MINUTE],
  ["a pushed one at its end, which is looked at once more", "delivered", HOUR, { isPushed: true }, 23 * HOUR],
] as const)("the next look is late after %s", (_, status, sinceMs, plan, pause) => {
  expect(nextCheckAfterMs(state(status, sinceMs), now, plan)).toBe(pause);
});

test("what is out for delivery is asked about each ten minutes in its window, by the clock of the place", () => {
  const window = { from: "2026-03-20T07:00:00", to: "2026-03-20T09:00:00" };
  const inNewYork = { ...state("out_for_delivery", HOUR, window), since: { ...when(HOUR), zone: "America/New_York" } };
  expect(nextCheckAfterMs(inNewYork, now)).toBe(10 * MINUTE);
  expect(nextCheckAfterMs(inNewYork, now.add({ hours: 2 }))).toBe(15 * MINUTE);
  const inUtc = state("out_for_delivery", HOUR, { from: "2026-03-20T11:00:00Z", to: "2026-03-20T13:00:00Z" });
  expect(nextCheckAfterMs(inUtc, now)).toBe(10 * MINUTE);
});

test("expected today is what the estimate says, by the clock of the place", () => {
  expect(isExpectedToday(state("in_transit", HOUR, { from: "2026-03-20", to: "2026-03-20" }), now)).toBe(true);
  expect(isExpectedToday(state("in_transit", HOUR, { from: "2026-03-21", to: "2026-03-21" }), now)).toBe(false);
  expect(isExpectedToday(state("in_transit"), now)).toBe(false);
});

test("whether it is the expected day is told by the clock where the parcel was seen last", () => {
  const estimate = { from: "2026-03-21", to: "2026-03-21" };
  const inAuckland = { ...state("in_transit"), since: { ...when(2 * HOUR), zone: "Pacific/Auckland" }, estimate };
  expect(nextCheckAfterMs(inAuckland, now)).toBe(HOUR);
  expect(nextCheckAfterMs({ ...inAuckland, since: { ...when(2 * HOUR), zone: "Mars/Base" } }, now)).toBe(3 * HOUR);
});

test.each(["delivered", "returned", "cancelled"] as const)(
  "what is %s is asked about once more a day later, then never",
  (status) => {
    expect(nextCheckAfterMs(state(status, HOUR), now)).toBe(23 * HOUR);
    expect(nextCheckAfterMs(state(status, DAY), now)).toBeNull();
    expect(nextCheckAfterMs({ ...state(status), since: null }, now)).toBeNull();
    const today = { localTime: "2026-03-20", zone: null, instant: null };
    expect(nextCheckAfterMs({ ...state(status), since: today }, now)).toBe(DAY);
    const lastWeek = { localTime: "2026-03-13", zone: "UTC", instant: null };
    expect(nextCheckAfterMs({ ...state(status), since: lastWeek }, now)).toBeNull();
  },
);

test("the last look is one, whichever parcel and pace it is", () => {
  const parcel = fc.record({ key: fc.string(), pace: fc.constantFrom(1, 7, 60, 1440), foundAfter: fc.nat(23) });
  fc.assert(
    fc.property(parcel, ({ key, pace, foundAfter }) => {
      const delivered = state("delivered", 0);
      const found = now.add({ milliseconds: Math.floor((foundAfter * HOUR) / pace) });
      const wait = nextCheckAfterMs(delivered, found, { key, pace });
      expect(wait).not.toBeNull();
      expect(nextCheckAfterMs(delivered, found.add({ milliseconds: wait ?? 0 }), { key, pace })).toBeNull();
    }),
  );
});

test("what is lost is looked for for 30 days", () => {
  expect(nextCheckAfterMs(state("lost", 30 * DAY - 1), now)).toBe(DAY);
  expect(nextCheckAfterMs(state("lost", 30 * DAY), now)).toBeNull();
});

test("what is silent is asked about each day until 120 days after its last news", () => {
  expect(nextCheckAfterMs(state("expired", 31 * DAY), now)).toBe(DAY);
  expect(nextCheckAfterMs(state("expired", 120 * DAY - 1), now)).toBe(DAY);
  expect(nextCheckAfterMs(state("expired", 120 * DAY), now)).toBeNull();
  const vague = { ...state("expired"), since: null };
  expect(nextCheckAfterMs(vague, now, { knownSince: ago(119 * DAY) })).toBe(DAY);
  expect(nextCheckAfterMs(vague, now, { knownSince: ago(121 * DAY) })).toBeNull();
  expect(nextCheckAfterMs(vague, now)).toBeNull();
});

test("at a higher pace everything comes sooner, but nothing sooner than 5 s", () => {
  expect(nextCheckAfterMs(state("in_transit"), now, { pace: 60 })).toBe(3 * MINUTE);
  expect(nextCheckAfterMs(state("in_transit"), now, { pace: 1e9 })).toBe(5_000);
  expect(nextCheckAfterMs(state("delivered", 10 * MINUTE), now, { pace: 60 })).toBe(14 * MINUTE);
  expect(nextCheckAfterMs(state("delivered", 24 * MINUTE), now, { pace: 60 })).toBeNull();
  const pending = { status: "pending", since: null, estimate: null } as const;
  expect(nextCheckAfterMs(pending, now, { knownSince: ago(25 * MINUTE), pace: 60 })).toBe(4 * MINUTE);
  expect(lookAgainMs("in_transit", 60)).toBe(5_000);
  expect(lookAgainMs("in_transit", 6)).toBe(50_000);
});

test("parcels are spread by a tenth to either side, each always by its own", () => {
  const pauses = Array.from({ length: 500 }, (_, index) => jitter(HOUR, `parcel-${index}`));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(0.9 * HOUR);
  expect(Math.min(...pauses)).toBeLessThan(0.92 * HOUR);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1.1 * HOUR);
  expect(Math.max(...pauses)).toBeGreaterThan(1.08 * HOUR);
  expect(new Set(pauses).size).toBeGreaterThan(490);
  expect(jitter(HOUR, "parcel-7")).toBe(pauses[7]);
  expect(nextCheckAfterMs(state("in_transit"), now, { key: "parcel-7" })).toBe(jitter(3 * HOUR, "parcel-7"));
});

test("whatever is planned is either never or a whole number of milliseconds from 5 s to a day and a tenth", () => {
  const planned = fc.record({
    status: fc.constantFrom(...STATUSES),
    sinceMs: fc.integer({ min: -40 * DAY, max: 40 * DAY }),
    key: fc.string(),
    pace: fc.double({ min: 1, max: 10_000, noNaN: true }),
  });
  fc.assert(
    fc.property(planned, ({ status, sinceMs, key, pace }) => {
      const pause = nextCheckAfterMs(state(status, sinceMs), now, { key, pace });
      if (pause === null) return;
      expect(Number.isInteger(pause)).toBe(true);
      expect(pause).toBeGreaterThanOrEqual(5_000);
      expect(pause).toBeLessThanOrEqual(1.1 * DAY);
      if (!["delivered", "returned", "cancelled", "lost"].includes(status)) {
        expect(pause).toBeLessThanOrEqual(Math.max(5_000, 1 + 2 * (usualPauseMs(status) ?? 0)));
      }
    }),
  );
});

test.each([
  ["out_for_delivery", 2 * MINUTE],
  ["attempt_failed", 5 * MINUTE],
  ["in_transit", 5 * MINUTE],
  ["pending", 10 * MINUTE],
  ["returning", 10 * MINUTE],
  ["delivered", null],
  ["lost", null],
  ["expired", 30 * MINUTE],
] as const)("an open page of what is %s asks again after %d ms", (status, pause) => {
  expect(lookAgainMs(status)).toBe(pause);
});
