import { beforeAll, expect, test } from "vitest";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { type HolidaysOf, loadHolidays } from "./load-holidays.ts";

const rule: PromiseRule = {
  id: "any",
  method: "*",
  country: null,
  leastDays: 1,
  mostDays: 2,
  counts: "working",
  cutOff: null,
  handlingDays: 0,
  calendar: { workdays: [1, 2, 3, 4, 5], holidaysOf: "DE", closed: [] },
};
let holidaysOf: HolidaysOf;
beforeAll(async () => {
  holidaysOf = await loadHolidays([rule]);
});

test.each([
  ["DE", "2026-04-06", "Easter Monday"],
  ["DE-BY", "2026-06-04", "Corpus Christi in Bavaria"],
  ["GB-ENG", "2026-08-31", "the summer bank holiday in England"],
  ["GB", "2026-12-28", "the day in place of Boxing Day on a Saturday"],
  ["US", "2026-07-03", "the day in place of the Fourth of July on a Saturday"],
  ["US", "2026-11-26", "Thanksgiving"],
  ["TW", "2026-06-19", "the Dragon Boat Festival, by the moon"],
  ["JP", "2026-09-22", "a day between two holidays"],
  ["TR", "2026-03-22", "the third day of a feast that began at sunset"],
])("in %s, %s is off: %s", (place, day) => {
  expect(holidaysOf(place, [2026])?.has(day)).toBe(true);
});

test.each([
  ["DE", "2026-06-04", "Bavaria's holiday is not all Germany's"],
  ["DE", "2026-12-24", "shops and banks close, the law does not ask for it"],
  ["US", "2026-02-14", "a day that is only observed"],
  ["CN", "2026-05-04", "free from noon on"],
  ["TR", "2026-03-19", "the feast begins in the evening"],
  ["TR", "2026-03-23", "the feast is over at noon"],
  ["DE", "2026-04-07", "the day after Easter Monday"],
])("in %s, %s is worked: %s", (place, day) => {
  expect(holidaysOf(place, [2026])?.has(day)).toBe(false);
});

test("each year that is asked for is there, and no other", () => {
  const days = [...(holidaysOf("DE", [2026, 2027]) ?? [])];
  expect(days.filter((day) => day.endsWith("-10-03"))).toEqual(["2026-10-03", "2027-10-03"]);
  expect(holidaysOf("DE", [])?.size).toBe(0);
});

test.each(["", "XX", "de", "DE-ZZ", "DE-BY-ZZ", "DE-BY-A-1", "TW-TPE", "constructor", "DE-toString"])(
  "%j is no place whose holidays are known, rather than one without any",
  (place) => {
    expect(holidaysOf(place, [2026])).toBeNull();
  },
);

test("rules that name no place need no holidays", async () => {
  const none = await loadHolidays([{ ...rule, calendar: { ...rule.calendar, holidaysOf: null } }]);
  expect(none("DE", [2026])).toBeNull();
});
