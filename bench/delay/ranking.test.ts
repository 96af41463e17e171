import { expect, test } from "vitest";
import { averagePrecision, brier, rocAuc } from "./ranking.ts";

const scored = [
  { score: 0.9, late: true },
  { score: 0.6, late: false },
  { score: 0.6, late: true },
  { score: 0.1, late: false },
];

test("of all pairs of a late and a timely one the share ranked right, ties counted half", () => {
  expect(rocAuc(scored)).toBeCloseTo(3.5 / 4);
  expect(rocAuc(scored.filter(({ late }) => late))).toBeNaN();
});

test("precision at each late one, and the mean square", () => {
  expect(averagePrecision(scored.filter((_, k) => k !== 1))).toBeCloseTo(1);
  expect(brier(scored)).toBeCloseTo((0.01 + 0.36 + 0.16 + 0.01) / 4);
});
