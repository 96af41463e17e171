import fc from "fast-check";
import { expect, test } from "vitest";
import { knownBefore } from "./arrival-parcel.ts";
import { deliveryClock, USUAL_CLOCK } from "./delivery-clock.ts";
import { FIRST_DAY, madeUpParcels } from "./made-up-shop-testing.ts";
import { scanHabits, shareEverSilentFor } from "./scan-habits.ts";

const clock = deliveryClock(USUAL_CLOCK, FIRST_DAY - 10, FIRST_DAY + 300);
const day = FIRST_DAY + 100;
const learned = scanHabits(knownBefore(madeUpParcels({ days: 100, perDay: 5 }), day), clock, day);
const silent = (habits: typeof learned, days: number): number =>
  shareEverSilentFor(habits, clock, { from: FIRST_DAY, to: FIRST_DAY + days });

test("a longer silence is never less rare, whether habits were learned or are the usual ones", () => {
  const usual = scanHabits([], clock, day);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      (days, more) => {
        for (const habits of [usual, learned]) {
          expect(silent(habits, days + more)).toBeLessThanOrEqual(silent(habits, days));
          expect(silent(habits, days)).toBeGreaterThan(0);
        }
      },
    ),
  );
});

test("a silence of a moment tells nothing, one that no parcel survived nearly all", () => {
  expect(silent(learned, 0)).toBe(1);
  expect(silent(learned, 10)).toBeLessThan(0.01);
});

test("the way from the van to the door is learned", () => {
  expect(Math.expm1(scanHabits([], clock, day).doorCentre)).toBeCloseTo(0.35, 2);
  expect(Math.expm1(learned.doorCentre)).toBeLessThan(0.3);
});
