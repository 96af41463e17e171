import { expect, test } from "vitest";
import { isDue, ownGapDays, usualGapDays } from "./rhythm.ts";

test("one early order moves a rhythm a little, a habit of many decides it", () => {
  const once = ownGapDays([0, 7], 30) ?? 0;
  expect(once).toBeGreaterThan(15);
  expect(once).toBeLessThan(30);
  expect(ownGapDays([0, 7, 14, 21, 28, 35, 42, 49, 56, 63], 30)).toBeLessThan(10);
});

test("without any rhythm a product is due after a month, not at once", () => {
  expect(ownGapDays([3], null)).toBeNull();
  expect([isDue([3], null), isDue([31], null)]).toEqual([false, true]);
});

test("what is usual is the median of enough gaps; the same day twice is no gap", () => {
  expect(usualGapDays([0, 10, 20, 30, 40, 400])).toBe(30);
  expect(usualGapDays([10, 20, 30, 0])).toBeNull();
});
