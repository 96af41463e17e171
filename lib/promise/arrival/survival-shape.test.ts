import fc from "fast-check";
import { expect, test } from "vitest";
import { arrivingShape, onGrid, survivalShape, type Watched, whereFalls } from "./survival-shape.ts";

const watched = fc.array(
  fc.record({
    residual: fc.double({ min: -5, max: 6, noNaN: true }),
    arrived: fc.boolean(),
    weight: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  { maxLength: 60 },
);

test("the curve of Kaplan and Meier: a parcel under way counts until now, and not as arrived", () => {
  const parcels: Watched[] = [
    { residual: -1, arrived: true, weight: 1 },
    { residual: -0.5, arrived: false, weight: 1 },
    { residual: 0, arrived: true, weight: 1 },
    { residual: 1, arrived: true, weight: 1 },
  ];
  const survival = survivalShape(parcels, 0);
  expect(onGrid(survival, -1.5)).toBe(1);
  expect(onGrid(survival, -0.7)).toBeCloseTo(3 / 4);
  expect(onGrid(survival, 0.5)).toBeCloseTo(3 / 8);
  expect(onGrid(survival, 2)).toBeCloseTo(1e-4);
});

test("the curve falls from 1 to above 0, whatever was watched, and so does the one of those that arrive", () => {
  fc.assert(
    fc.property(watched, fc.constantFrom(0, 30), (parcels, priorParcels) => {
      for (const curve of [survivalShape(parcels, priorParcels), arrivingShape(survivalShape(parcels, priorParcels))]) {
        const falls = curve.every((share, j) => share > 0 && share <= (curve[j - 1] ?? 1) + 1e-12);
        expect(falls).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("without parcels half of them need longer than the centre says, and one in a hundred or so never comes", () => {
  const survival = survivalShape([], 30);
  expect(onGrid(survival, 0)).toBeCloseTo(0.5, 1);
  expect(onGrid(survival, 5)).toBeCloseTo(0.008, 2);
});

test("where a curve falls to a share, it has that share", () => {
  const curve = arrivingShape(survivalShape([], 30));
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
      expect(onGrid(curve, whereFalls(curve, share))).toBeCloseTo(share, 6);
    }),
  );
});
