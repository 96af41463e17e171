import fc from "fast-check";
import { expect, test } from "vitest";
import { type Caller, type CallLimits, NOTHING_SPENT, type Spent } from "./call-limits.ts";
import { grantOf } from "./grant-of.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 21, 12);
const NONE: CallLimits = { perSecond: null, perHour: null, perDay: null };

type Ask = { readonly afterMs: number; readonly wanted: number; readonly by: Caller };

/** When each granted call starts, and who made it. */
function callsOf(limits: CallLimits, asks: readonly Ask[], startMs: number) {
  let spent: Spent = NOTHING_SPENT;
  let now = startMs;
  return asks.flatMap(({ afterMs, wanted, by }) => {
    now += afterMs;
    const grant = grantOf(limits, spent, now, { wanted, by });
    spent = grant.spent;
    return Array.from({ length: grant.granted }, (_, nth) => ({ atMs: grant.firstMs + nth * grant.gapMs, by }));
  });
}

/** The schedule wants all that it can get, every so often. */
function greedy(limits: CallLimits, everyMs: number, untilMs: number, startMs = NOON) {
  const asks = Array.from({ length: untilMs / everyMs }, () => ({
    afterMs: everyMs,
    wanted: 10_000,
    by: "schedule" as const,
  }));
  return callsOf(limits, asks, startMs);
}

const ask = fc.record({
  afterMs: fc.oneof(fc.nat(3 * SECOND), fc.nat(3 * MINUTE), fc.nat(90 * MINUTE)),
  wanted: fc.integer({ min: 1, max: 40 }),
  by: fc.constantFrom<Caller>("schedule", "look", "going_on"),
});
const limit = (most: number) => fc.option(fc.integer({ min: 1, max: most }));
const anyLimits: fc.Arbitrary<CallLimits> = fc.record({
  perSecond: limit(20),
  perHour: limit(120),
  perDay: limit(400),
});

test("no hour, wherever it begins, no day of UTC and no second ever has a call too many, whoever calls", () => {
  fc.assert(
    fc.property(anyLimits, fc.array(ask, { maxLength: 120 }), fc.nat(DAY), (limits, asks, offset) => {
      const times = callsOf(limits, asks, NOON + offset).map(({ atMs }) => atMs);
      const most = (spanMs: number) =>
        Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));
      const days = [...Map.groupBy(times, (at) => Math.floor(at / DAY)).values()].map(({ length }) => length);
      expect(most(HOUR)).toBeLessThanOrEqual(limits.perHour ?? Number.POSITIVE_INFINITY);
      expect(Math.max(0, ...days)).toBeLessThanOrEqual(limits.perDay ?? Number.POSITIVE_INFINITY);
      expect(most(SECOND - 0.01)).toBeLessThanOrEqual(limits.perSecond ?? Number.POSITIVE_INFINITY);
    }),
  );
});

test("calls that reach the carrier up to 40 s late make no hour and no day of its clock too full", () => {
  const limits = { ...NONE, perHour: 60, perDay: 250 };
  const late = greedy(limits, 30 * SECOND, 2 * DAY).map(({ atMs }, nth) => atMs + (nth % 6) * 8 * SECOND);
  const hours = late.map((from) => late.filter((at) => at >= from && at < from + HOUR).length);
  const days = [...Map.groupBy(late, (at) => Math.floor(at / DAY)).values()].map(({ length }) => length);
  expect(Math.max(...hours)).toBeLessThanOrEqual(60);
  expect(Math.max(...days)).toBeLessThanOrEqual(250);
});

test.each([
  ["60 an hour", { ...NONE, perHour: 60 }, HOUR, 60],
  ["250 a day and one a second", { perSecond: 1, perHour: null, perDay: 250 }, DAY, 250],
  ["1,000 an hour and 9,000 a day", { perSecond: 5, perHour: 1_000, perDay: 9_000 }, DAY, 9_000],
])("of %s at least 95 % are used where there is enough to ask", (_, limits, spanMs, allowed) => {
  const calls = greedy(limits, 30 * SECOND, 3 * DAY, NOON + 12 * HOUR);
  const spans = [...Map.groupBy(calls, ({ atMs }) => Math.floor(atMs / spanMs)).values()].slice(1, -1);
  for (const span of spans) expect(span.length / allowed).toBeGreaterThanOrEqual(0.95);
});

test("the schedule spreads a day evenly: each third of it has about a third of the calls", () => {
  const calls = greedy({ perSecond: 1, perHour: null, perDay: 250 }, 30 * SECOND, DAY, NOON + 12 * HOUR);
  const thirds = [...Map.groupBy(calls, ({ atMs }) => Math.floor(atMs / (DAY / 3))).values()].map(
    ({ length }) => length,
  );
  for (const third of thirds) expect(third).toBeGreaterThan(250 / 3 - 8);
});

test("who looks does not wait for the schedule's turn, and finds a part kept however much the schedule wants", () => {
  const limits = { ...NONE, perHour: 60 };
  let spent = NOTHING_SPENT;
  for (let now = NOON; now < NOON + 2 * HOUR; now += 20 * SECOND) {
    spent = grantOf(limits, spent, now, { wanted: 99, by: "schedule" }).spent;
  }
  const looked = grantOf(limits, spent, NOON + 2 * HOUR, { wanted: 1, by: "look" });
  expect(looked).toMatchObject({ granted: 1, firstMs: NOON + 2 * HOUR });
});

test("however many look, the schedule goes on with what they leave, on the same day and on the next", () => {
  const limits = { perSecond: null, perHour: null, perDay: 250 };
  const looks = (count: number): Ask[] =>
    Array.from({ length: count }, () => ({ afterMs: 10 * SECOND, wanted: 1, by: "look" }));
  const waits: Ask[] = Array.from({ length: 48 * 60 }, () => ({ afterMs: MINUTE, wanted: 9, by: "schedule" }));
  for (const count of [60, 245, 400]) {
    const calls = callsOf(limits, [...looks(count), ...waits], NOON).filter(({ by }) => by === "schedule");
    const left = Math.max(0, 250 - count);
    expect(calls.filter(({ atMs }) => atMs < NOON + 12 * HOUR).length).toBeGreaterThanOrEqual(left === 0 ? 0 : 1);
    expect(
      calls.filter(({ atMs }) => atMs > NOON + 12 * HOUR && atMs < NOON + 36 * HOUR).length,
    ).toBeGreaterThanOrEqual(238);
  }
  const beforeNoon = callsOf(limits, [...looks(60), ...waits], NOON).filter(
    ({ by, atMs }) => by === "schedule" && atMs < NOON + 2 * HOUR,
  );
  expect(beforeNoon.length).toBeGreaterThan(20);
});

test("the more shoppers look, the more is kept for them, up to a quarter", () => {
  const perHour = 100;
  const asks = (looks: number): Ask[] =>
    Array.from({ length: 360 }, (_, nth) => [
      { afterMs: 10 * SECOND, wanted: 99, by: "schedule" as const },
      ...(nth % Math.floor(360 / looks) === 0 ? [{ afterMs: 0, wanted: 1, by: "look" as const }] : []),
    ]).flat();
  const scheduled = (looks: number) =>
    callsOf({ ...NONE, perHour }, asks(looks), NOON).filter(({ by }) => by === "schedule").length;
  expect(scheduled(20)).toBeLessThan(scheduled(4));
  expect(scheduled(20)).toBeGreaterThanOrEqual(0.7 * perHour);
});

test("an account without limits is granted everything at once", () => {
  expect(grantOf(NONE, NOTHING_SPENT, NOON, { wanted: 64, by: "schedule" })).toMatchObject({
    granted: 64,
    firstMs: NOON,
    gapMs: 0,
  });
});

test("what is not granted says when to ask again: not before there is room, and there is some then", () => {
  fc.assert(
    fc.property(anyLimits, fc.array(ask, { minLength: 1, maxLength: 60 }), (limits, asks) => {
      let spent = NOTHING_SPENT;
      let now = NOON;
      for (const { afterMs, wanted, by } of asks) {
        now += afterMs;
        spent = grantOf(limits, spent, now, { wanted, by }).spent;
      }
      for (let tries = 0; tries < 200; tries += 1) {
        const grant = grantOf(limits, spent, now, { wanted: 1, by: "schedule" });
        if (grant.granted === 1) return;
        expect(grant.freeMs).toBeGreaterThan(now);
        now = grant.freeMs;
      }
      expect.unreachable("there was never room again");
    }),
  );
});
