import { expect, test } from "vitest";
import { NOTHING_SPENT } from "./call-limits.ts";
import { forecastOf } from "./forecast-of.ts";

const MINUTE = 60_000;
const SLOT = 20_000;
const NOON = Date.UTC(2026, 10, 21, 12);
const at = (ms: number) => Math.floor(ms / SLOT);
const day = Math.floor(NOON / 86_400_000);
const limits = { perSecond: null, perHour: null, perDay: 500 };

test("at the last hour's rate a day's calls end when they end", () => {
  const spent = { ...NOTHING_SPENT, slots: [[at(NOON) - 30, 50, 5] as const], days: [[day, 300, 20] as const] };
  expect(forecastOf(limits, spent, NOON)).toEqual([
    { window: "day", used: 300, byLooks: 20, allowed: 500, spentAtMs: NOON + 4 * 60 * MINUTE },
  ]);
});

test("calls that last until midnight are not announced as spent, nor those of an account that is at rest", () => {
  const spent = { ...NOTHING_SPENT, slots: [[at(NOON) - 30, 5, 0] as const], days: [[day, 300, 0] as const] };
  expect(forecastOf(limits, spent, NOON)[0]?.spentAtMs).toBeNull();
  expect(forecastOf(limits, { ...spent, slots: [] }, NOON)[0]?.spentAtMs).toBeNull();
});

test("an hour that is full is spent now", () => {
  const spent = { ...NOTHING_SPENT, slots: [[at(NOON), 60, 1] as const] };
  expect(forecastOf({ ...limits, perHour: 60, perDay: null }, spent, NOON)).toEqual([
    { window: "hour", used: 60, byLooks: 1, allowed: 60, spentAtMs: NOON },
  ]);
});
