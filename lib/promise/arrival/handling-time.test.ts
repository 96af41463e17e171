import fc from "fast-check";
import { expect, test } from "vitest";
import { knownBefore } from "./arrival-parcel.ts";
import { deliveryClock, USUAL_CLOCK } from "./delivery-clock.ts";
import { handedOverAfter, handlingTimes } from "./handling-time.ts";
import { FIRST_DAY, madeUpParcels } from "./made-up-shop-testing.ts";

const day = FIRST_DAY + 100;
const clock = deliveryClock(USUAL_CLOCK, FIRST_DAY - 10, day + 100);
const learned = handlingTimes(knownBefore(madeUpParcels({ days: 100, perDay: 3 }), day), clock, day);

test("a parcel that waits is handed over later than now, and later with a higher chance", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (waited) => {
      for (const times of [learned, handlingTimes([], clock, day)]) {
        const [soon = 0, later = 0] = handedOverAfter(times, waited, [0.1, 0.9]);
        expect(soon).toBeGreaterThanOrEqual(waited);
        expect(later).toBeGreaterThanOrEqual(soon);
      }
    }),
  );
});

test("a shop that packs within a day and a half is not believed to need a week", () => {
  expect(handedOverAfter(learned, 0, [0.9])[0]).toBeLessThan(2);
});
