import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { daysBetween } from "./days-between.ts";

test("days are counted as the calendar does, forwards and backwards", () => {
  const day = fc
    .integer({ min: -20_000, max: 40_000 })
    .map((offset) => Temporal.PlainDate.from("2000-02-28").add({ days: offset }));
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(daysBetween(from.toString(), to.toString())).toBe(from.until(to, { largestUnit: "day" }).days);
    }),
  );
});

test("what is no day is refused", () => {
  for (const text of ["", "2026-11", "2026-11-03T10:00:00Z"]) expect(() => daysBetween(text, text)).toThrow(RangeError);
});
