import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ArrivalLaw,
  chanceArrivedBy,
  chanceLaterThan,
  chanceLost,
  chanceOpenAt,
  momentOfChance,
} from "./arrival-law.ts";
import { deliveryClock, deliveryDays, USUAL_CLOCK } from "./delivery-clock.ts";
import { FIRST_DAY } from "./made-up-shop-testing.ts";
import { arrivingShape, survivalShape } from "./survival-shape.ts";

const survival = survivalShape([], 30);
const clock = deliveryClock(USUAL_CLOCK, FIRST_DAY - 400, FIRST_DAY + 400);
const curves = { clock, survival, arriving: arrivingShape(survival) };

type Known = { readonly centre: number; readonly handedOver: boolean; readonly open: number; readonly silence: number };

/** A parcel handed over on the first day and still open so many days later; or one that waits, with two starts. */
function lawOf({ centre, handedOver, open, silence }: Known): ArrivalLaw {
  const origin = deliveryDays(clock, FIRST_DAY);
  const now = deliveryDays(clock, FIRST_DAY + open);
  const one = { origin, now, centre, spread: 1, share: 1 };
  const starts = [now, now + 2].map((start) => ({ ...one, origin: start, now: start, share: 0.5 }));
  return { curves, legs: handedOver ? [one] : starts, seenAt: FIRST_DAY + open, silence };
}

const known = fc.record({
  centre: fc.double({ min: 0.3, max: 3.5, noNaN: true }),
  handedOver: fc.boolean(),
  open: fc.double({ min: 0, max: 200, noNaN: true }),
  silence: fc.double({ min: 0.001, max: 1, noNaN: true }),
});
const days = fc.double({ min: -10, max: 150, noNaN: true });
const more = fc.double({ min: 0, max: 60, noNaN: true });

test("chances are between 0 and 1", () => {
  fc.assert(
    fc.property(known, days, (parcel, t) => {
      const law = lawOf(parcel);
      for (const chance of [chanceOpenAt(law, law.seenAt + t), chanceArrivedBy(law, law.seenAt + t), chanceLost(law)]) {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("a later day is never less likely to see it arrive", () => {
  fc.assert(
    fc.property(known, days, more, (parcel, t, later) => {
      const law = lawOf(parcel);
      expect(chanceOpenAt(law, law.seenAt + t + later)).toBeLessThanOrEqual(chanceOpenAt(law, law.seenAt + t) + 1e-9);
    }),
  );
});

test("a parcel that is still open is never more likely to have come by a given day than it was before", () => {
  fc.assert(
    fc.property(known, days, more, (parcel, t, later) => {
      const day = Math.floor(FIRST_DAY + parcel.open + t);
      const before = lawOf({ ...parcel, handedOver: true });
      const after = lawOf({ ...parcel, handedOver: true, open: parcel.open + later });
      expect(chanceLaterThan(after, day)).toBeGreaterThanOrEqual(chanceLaterThan(before, day) - 1e-9);
    }),
  );
});

test("waiting and silence never make a loss less likely", () => {
  fc.assert(
    fc.property(known, more, fc.double({ min: 0.1, max: 1, noNaN: true }), (parcel, later, rarer) => {
      const at = { ...parcel, handedOver: true };
      expect(chanceLost(lawOf({ ...at, open: at.open + later }))).toBeGreaterThanOrEqual(chanceLost(lawOf(at)) - 1e-9);
      expect(chanceLost(lawOf({ ...parcel, silence: parcel.silence * rarer }))).toBeGreaterThanOrEqual(
        chanceLost(lawOf(parcel)) - 1e-9,
      );
    }),
  );
});

test("the moments of rising chances follow each other, are never past, and are there for any silence", () => {
  fc.assert(
    fc.property(known, (parcel) => {
      const law = lawOf(parcel);
      const moments = [0.02, 0.1, 0.5, 0.9, 0.98].map((chance) => momentOfChance(law, chance));
      moments.forEach((moment, k) => {
        expect(moment).toBeGreaterThanOrEqual(moments[k - 1] ?? law.seenAt);
        expect(moment - law.seenAt).toBeLessThan(2000);
      });
    }),
  );
});

test("by the moment of a chance it has arrived with that chance", () => {
  fc.assert(
    fc.property(known, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (parcel, chance) => {
      const law = lawOf({ ...parcel, open: parcel.open / 20 });
      expect(chanceArrivedBy(law, momentOfChance(law, chance))).toBeCloseTo(chance, 2);
    }),
  );
});

test("long after its hand-over a parcel is lost", () => {
  expect(chanceLost(lawOf({ centre: 1.2, handedOver: true, open: 1, silence: 1 }))).toBeLessThan(0.02);
  expect(chanceLost(lawOf({ centre: 1.2, handedOver: true, open: 60, silence: 1 }))).toBeGreaterThan(0.8);
});
