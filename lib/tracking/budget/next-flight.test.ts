import { expect, test } from "vitest";
import { callsOfNextFlight } from "./next-flight.ts";

function flights(batchSize: number, tookMs: (calls: number) => number, count = 8): number[] {
  const sizes: number[] = [callsOfNextFlight(batchSize, null)];
  while (sizes.length < count) {
    const calls = sizes.at(-1) ?? 0;
    sizes.push(callsOfNextFlight(batchSize, { calls, tookMs: tookMs(calls) }));
  }
  return sizes;
}

test("flights to a quick carrier grow to 256 parcels and no further, in as many calls as those take", () => {
  expect(flights(1, () => 10)).toEqual([32, 64, 128, 256, 256, 256, 256, 256]);
  expect(flights(30, () => 10).at(-1)).toBe(9);
  expect(flights(40, () => 10).at(-1)).toBe(7);
});

test("a carrier that takes half a second a call, four at a time, is asked for no more than it answers in four seconds", () => {
  expect(flights(1, (calls) => (calls / 4) * 500).slice(2)).toEqual(Array(6).fill(32));
  expect(flights(1, (calls) => (calls / 4) * 2_000).at(-1)).toBe(8);
});

test("the slowest carrier is still asked", () => {
  expect(flights(1, () => 20_000, 12).at(-1)).toBe(1);
});
