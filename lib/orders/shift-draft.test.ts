import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { shiftDraft, weeksUntilYesterday } from "./shift-draft.ts";

test("the newest entry lands on yesterday or within the six days before it, on its own weekday", () => {
  const day = fc.integer({ min: -9000, max: 9000 }).map((days) => Temporal.PlainDate.from("2026-11-21").add({ days }));
  fc.assert(
    fc.property(day, day, (newest, today) => {
      const moved = newest.add({ weeks: weeksUntilYesterday(newest, today) });
      const daysAgo = moved.until(today, { largestUnit: "day" }).days;
      expect(daysAgo).toBeGreaterThanOrEqual(1);
      expect(daysAgo).toBeLessThanOrEqual(7);
      expect(moved.dayOfWeek).toBe(newest.dayOfWeek);
    }),
  );
});

test("every date of a draft moves, an empty one stays empty, and moving back restores it", () => {
  const draft = {
    kind: "subscription",
    email: "a@example.com",
    sku: "T",
    intervalCount: 1,
    intervalUnit: "month",
    status: "active",
    startedOn: "2026-01-05",
    nextOn: null,
  } as const;
  expect(shiftDraft(draft, 2)).toEqual({ ...draft, startedOn: "2026-01-19" });
  expect(shiftDraft(shiftDraft(draft, 7), -7)).toEqual(draft);
});
