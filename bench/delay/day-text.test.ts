import { expect, test } from "vitest";
import { dayOfText, dayOrderOf } from "./day-text.ts";

const june2 = Date.UTC(2006, 5, 2) / 86_400_000;

test.each([
  "2006-06-02",
  "2006-06-02T10:00:00Z",
  "20060602",
  "2006/6/2",
  "2-Jun-06",
  "02-Jun-2006",
  "2 June 2006",
  "2-Jun-06 12:30",
  "June 2, 2006",
  "6/2/06",
  "06/02/2006 0:00",
])("%s is the second of June", (text) => {
  expect(dayOfText(text, "month-first")).toBe(june2);
});

test("whether day or month comes first is read from the whole column", () => {
  expect(dayOrderOf(["1/2/06", "6/13/06"])).toBe("month-first");
  expect(dayOrderOf(["1/2/06", "13/6/06", "Date Not Captured"])).toBe("day-first");
  expect(dayOfText("02.06.2006", dayOrderOf(["02.06.2006"]))).toBe(june2);
  expect(dayOfText("2/6/06", "day-first")).toBe(june2);
});

test.each([
  "",
  "Date Not Captured",
  "Pre-PQ Process",
  "N/A - From RDC",
  "31-Feb-06",
  "13/13/06",
  "SCMS-13",
  "123.45",
  "2.5",
])("%s is no day", (text) => {
  expect(dayOfText(text, "month-first")).toBeNull();
});
