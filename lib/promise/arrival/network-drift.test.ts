import { expect, test } from "vitest";
import { numbersFrom } from "./made-up-shop-testing.ts";
import { driftIn, type Exposure, NO_DRIFT, networkDrift } from "./network-drift.ts";
import { survivalShape } from "./survival-shape.ts";

const survival = survivalShape([], 1);

/** Parcels of a week, handed over at its beginning and slower by `delta`; those whose time is not up are still open. */
function week(count: number, delta: number, networks: readonly string[], watchedTo = 5): Exposure[] {
  const random = numbersFrom(count);
  return Array.from({ length: count }, () => {
    const chance = 0.01 + 0.98 * random();
    const residual = 0.22 * Math.log(chance / (1 - chance)) + delta;
    return { networks, from: -1.4, to: Math.min(residual, watchedTo), delivered: residual < watchedTo, weight: 1 };
  });
}

test("a network that slows down by 26 % is seen to", () => {
  const drift = networkDrift(survival, week(200, Math.log(1.26), ["ups"]));
  expect(Math.expm1(driftIn(drift, ["ups"]))).toBeCloseTo(0.26, 1);
});

test("parcels that should have come and have not are enough to see it, before a slow one has arrived", () => {
  const still = week(80, 0.5, ["ups"], 0).filter(({ delivered }) => !delivered);
  expect(networkDrift(survival, still).all).toBeGreaterThan(0.15);
});

test("a network with trouble of its own stands apart, and one that had no parcels is like the wider one", () => {
  const drift = networkDrift(survival, [
    ...week(300, 0, ["ups", "ups US"]),
    ...week(60, 0.4, ["dhl", "dhl DE"]),
    ...week(40, 0.55, ["dhl", "dhl DE", "dhl DE 8"]),
  ]);
  expect(driftIn(drift, ["dhl"])).toBeGreaterThan(driftIn(drift, ["ups"]) + 0.2);
  expect(driftIn(drift, ["dhl", "dhl DE", "dhl DE 8"])).toBeGreaterThan(driftIn(drift, ["dhl", "dhl DE"]));
  expect(driftIn(drift, ["dhl", "dhl FR"])).toBe(driftIn(drift, ["dhl"]));
  expect(driftIn(drift, ["gls"])).toBe(drift.all);
});

test("a few parcels move nobody's date by much, and none by nothing", () => {
  expect(networkDrift(survival, []).all).toBeCloseTo(0, 2);
  expect(Math.abs(networkDrift(survival, week(2, 0.5, ["ups"])).all)).toBeLessThan(0.35);
  expect(driftIn(NO_DRIFT, ["constructor"])).toBe(0);
});
