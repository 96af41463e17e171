import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveryClock, deliveryDays, learnedClock, momentOf, USUAL_CLOCK, weekdayOf } from "./delivery-clock.ts";
import { FIRST_DAY, madeUpParcels } from "./made-up-shop-testing.ts";

const clock = deliveryClock({ ...USUAL_CLOCK, holidays: [FIRST_DAY + 2] }, FIRST_DAY - 50, FIRST_DAY + 50);
const moments = fc.double({ min: FIRST_DAY - 90, max: FIRST_DAY + 90, noNaN: true });

test("time told in delivery days can be told back, inside the clock and beyond it", () => {
  fc.assert(
    fc.property(moments, (t) => {
      expect(momentOf(clock, deliveryDays(clock, t))).toBeCloseTo(t, 6);
    }),
  );
});

test("the clock never stands still or runs back", () => {
  fc.assert(
    fc.property(moments, fc.double({ min: 0.001, max: 40, noNaN: true }), (t, more) => {
      expect(deliveryDays(clock, t + more)).toBeGreaterThan(deliveryDays(clock, t));
    }),
  );
});

test("a week has seven delivery days, a Sunday and a holiday hardly any", () => {
  const spent = (day: number): number => deliveryDays(clock, day + 1) - deliveryDays(clock, day);
  expect(weekdayOf(FIRST_DAY)).toBe(0);
  expect(spent(FIRST_DAY)).toBeCloseTo(1.31);
  expect(spent(FIRST_DAY + 2)).toBeCloseTo(0.1);
  expect(spent(FIRST_DAY + 6)).toBeCloseTo(0.1);
  expect(deliveryDays(clock, FIRST_DAY + 14) - deliveryDays(clock, FIRST_DAY + 7)).toBeCloseTo(7);
});

test("a shop's clock is learned from its deliveries, and is the usual one while there are none", () => {
  expect(learnedClock([], [3]).weekdays).toEqual(USUAL_CLOCK.weekdays);
  const everyDay = Array.from({ length: 7000 }, (_, k) => FIRST_DAY + (k % 700) + 0.5);
  for (const pace of learnedClock(everyDay, []).weekdays) expect(pace).toBeCloseTo(1, 1);
  const delivered = madeUpParcels({ days: 300, perDay: 10 }).flatMap(({ deliveredAt }) => deliveredAt ?? []);
  learnedClock(delivered, []).weekdays.forEach((pace, k) => {
    expect(Math.abs(pace - (USUAL_CLOCK.weekdays[k] ?? 0))).toBeLessThan(0.15);
  });
});

test("one delivery a week does not make a clock of one day", () => {
  const { weekdays } = learnedClock([FIRST_DAY + 0.5], []);
  expect(Math.min(...weekdays)).toBeGreaterThan(0);
  expect(weekdays.reduce((sum, pace) => sum + pace, 0)).toBeCloseTo(7);
});
