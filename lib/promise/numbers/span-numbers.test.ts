import { expect, test } from "vitest";
import type { CountedRow } from "./counted.ts";
import { courseOf } from "./course-of.ts";
import { stepsOf } from "./number-span.ts";
import { spanNumbers } from "./span-numbers.ts";

const row = (
  measure: string,
  part: string,
  bucket: number,
  count: number,
  rest: Partial<CountedRow> = {},
): CountedRow => ({
  ...{ measure, part, bucket, count, sum: 0, isNow: true },
  ...rest,
});
const of = (...counts: CountedRow[]) => spanNumbers({ counts, choices: [], gestures: [] }, true);

test("what came by the promised day is on time; what was sent back or called off is neither", () => {
  const { due } = of(
    row("due", "came", -1, 3),
    row("due", "came", 0, 4),
    row("due", "came", 2, 1),
    row("due", "back", 0, 5),
  );
  expect(due).toMatchObject({ onTime: 7, late: 1, missing: 0, back: 5 });
});

test("a lane's days: half of the parcels took no longer, nine of ten no longer than the slow ones", () => {
  const days = [
    row("transit", "ups|GB|DE", 2, 5),
    row("transit", "ups|GB|DE", 3, 4),
    row("transit", "ups|GB|DE", 9, 1),
  ];
  expect(of(...days, row("transit", "dhl||GB", 1, 20)).lanes).toEqual([
    { carrier: "dhl", from: null, to: "GB", parcels: 20, median: 1, slow: 1 },
    { carrier: "ups", from: "GB", to: "DE", parcels: 10, median: 2, slow: 3 },
  ]);
});

test("a chance stands beside how many of those parcels came in time", () => {
  const { chances } = of(row("chance", "", 9, 10, { sum: 95_000 }), row("chance_kept", "", 9, 8));
  expect(chances).toEqual([{ tenth: 9, parcels: 10, believed: 0.95, kept: 0.8 }]);
});

test("days add up to the steps of a chart, and nothing of the span before is among them", () => {
  const steps = stepsOf({ from: "2026-09-01", to: "2026-11-22", days: 83 });
  const days = ["2026-09-01", "2026-09-06", "2026-09-07"].map((day) => ({ ...row("due", "came", 0, 2), day }));
  expect(
    courseOf(steps, days)
      .map(({ onTime }) => onTime)
      .slice(0, 3),
  ).toEqual([4, 2, 0]);
  expect(of(row("due", "came", 0, 2, { isNow: false })).due.onTime).toBe(0);
});
