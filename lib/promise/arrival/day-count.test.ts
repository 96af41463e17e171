import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dateOfDay, dayOfDate, momentIn } from "./day-count.ts";

test("dates and days are told back and forth", () => {
  for (const text of ["1969-12-30", "1970-01-01", "2024-02-29", "2026-11-22"]) {
    expect(dateOfDay(dayOfDate(Temporal.PlainDate.from(text)) + 0.9).toString()).toBe(text);
  }
  expect(dayOfDate(Temporal.PlainDate.from("1970-01-05"))).toBe(4);
});

test("a moment is told by the wall clock of the shop, also when clocks are changed", () => {
  const instant = Temporal.Instant.from("2026-03-29T10:00:00Z");
  expect(momentIn("UTC", instant) % 1).toBeCloseTo(10 / 24, 9);
  expect(momentIn("Europe/Berlin", instant) % 1).toBeCloseTo(0.5, 9);
  expect(Math.floor(momentIn("Asia/Taipei", Temporal.Instant.from("2026-03-29T20:00:00Z")))).toBe(
    dayOfDate(Temporal.PlainDate.from("2026-03-30")),
  );
});
