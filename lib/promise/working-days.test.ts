import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type Calendar, isWorkingDay, MONDAY_TO_FRIDAY, workingDayFrom, workingDaysAfter } from "./working-days.ts";

/** Christmas of 2026 is a Friday. */
const christmas: Calendar = { workdays: [1, 2, 3, 4, 5], holidays: new Set(["2026-12-25", "2027-01-01"]) };

test.each([
  ["2026-12-23", 0, "2026-12-23"],
  ["2026-12-23", 1, "2026-12-24"],
  ["2026-12-23", 2, "2026-12-28"],
  ["2026-12-24", 5, "2027-01-04"],
  ["2026-12-26", 1, "2026-12-28"],
])("%s and %i working days, past Christmas and New Year, is %s", (day, count, expected) => {
  expect(workingDaysAfter(day, count, christmas)).toBe(expected);
});

test("a shop that works from Tuesday to Saturday counts so", () => {
  const calendar = { workdays: [2, 3, 4, 5, 6], holidays: new Set<string>() };
  expect(workingDaysAfter("2026-11-20", 2, calendar)).toBe("2026-11-24");
  expect(workingDayFrom("2026-11-22", calendar)).toBe("2026-11-24");
  expect(workingDayFrom("2026-11-21", calendar)).toBe("2026-11-21");
});

test("a calendar without a workday is refused rather than counted for ever", () => {
  expect(() => workingDaysAfter("2026-11-20", 1, { workdays: [], holidays: new Set() })).toThrow(RangeError);
  expect(() => workingDaysAfter("soon", 1, MONDAY_TO_FRIDAY)).toThrow("is no day");
  expect(() => workingDayFrom("2026-11-20", { workdays: [0, 8], holidays: new Set() })).toThrow(RangeError);
});

const days = fc
  .integer({ min: 0, max: 1500 })
  .map((offset) => Temporal.PlainDate.from("2026-01-01").add({ days: offset }));
const calendars = fc.record({
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.array(days, { maxLength: 40 }).map((list) => new Set(list.map(String))),
});

test("the days from one to the other hold exactly as many working days as were counted", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), calendars, (day, count, calendar) => {
      const end = workingDaysAfter(day.toString(), count, calendar);
      const last = Temporal.PlainDate.from(end);
      expect(calendar.workdays.includes(last.dayOfWeek) && !calendar.holidays.has(end)).toBe(true);
      let worked = 0;
      for (let d = day; d.toString() < end; d = d.add({ days: 1 }))
        if (isWorkingDay(d.add({ days: 1 }).toString(), calendar)) worked += 1;
      expect(worked).toBe(count);
    }),
  );
});

test("counting on from where counting ended is counting once, and a day off never brings a day nearer", () => {
  const counts = fc.integer({ min: 0, max: 15 });
  fc.assert(
    fc.property(days, counts, counts, calendars, days, (day, one, other, calendar, off) => {
      const from = day.toString();
      const once = workingDaysAfter(from, one + other, calendar);
      expect(workingDaysAfter(workingDaysAfter(from, one, calendar), other, calendar)).toBe(once);
      const fewer = { ...calendar, holidays: new Set([...calendar.holidays, off.toString()]) };
      expect(workingDaysAfter(from, one + other, fewer) >= once).toBe(true);
    }),
  );
});

test("where nothing else is known, Monday to Friday are worked", () => {
  const week = ["16", "17", "18", "19", "20", "21", "22"].map((day) =>
    isWorkingDay(`2026-11-${day}`, MONDAY_TO_FRIDAY),
  );
  expect(week).toEqual([true, true, true, true, true, false, false]);
});
