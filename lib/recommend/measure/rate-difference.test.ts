import fc from "fast-check";
import { expect, test } from "vitest";
import { rateDifference } from "./rate-difference.ts";

test.each([
  // The examples (a), (c) and (h) of Newcombe's table II, method 10.
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 10, 0.6075, 1],
])("%i of %i against %i of %i has the interval that the paper gives", (a, m, b, n, low, high) => {
  const found = rateDifference({ count: a, of: m }, { count: b, of: n });
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

test("the difference lies in its interval, which lies within -1 and 1, and turns round with its sides", () => {
  const share = fc.integer({ min: 1, max: 5_000 }).chain((of) => fc.record({ of: fc.constant(of), count: fc.nat(of) }));
  fc.assert(
    fc.property(share, share, (one, other) => {
      const found = rateDifference(one, other);
      const turned = rateDifference(other, one);
      if (found === null || turned === null) throw new Error("There is somebody on both sides");
      expect(found.low).toBeLessThanOrEqual(found.difference + 1e-9);
      expect(found.high).toBeGreaterThanOrEqual(found.difference - 1e-9);
      expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(found.high).toBeLessThanOrEqual(1 + 1e-9);
      expect(turned.low).toBeCloseTo(-found.high, 9);
    }),
  );
});

test("without anybody on one side nothing is claimed", () => {
  expect(rateDifference({ count: 3, of: 9 }, { count: 0, of: 0 })).toBeNull();
});
