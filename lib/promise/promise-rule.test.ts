import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { checkoutPromise } from "./checkout-promise.ts";
import { type PromiseRule, promiseOfRule, ruleFor } from "./promise-rule.ts";

const ZONE = "Europe/Berlin";
const express: PromiseRule = {
  id: "express",
  method: "Express",
  country: null,
  leastDays: 1,
  mostDays: 2,
  counts: "working",
  cutOff: "14:00",
  handlingDays: 0,
  calendar: { workdays: [1, 2, 3, 4, 5], holidaysOf: null, closed: [] },
};

function promised(rule: PromiseRule, placed: string, holidays: readonly string[] = [], zone = ZONE) {
  const placedAt = Temporal.PlainDateTime.from(placed).toZonedDateTime(zone).toInstant();
  const { fromDay, toDay } = promiseOfRule(rule, { placedAt, zone, holidays: new Set(holidays) });
  return `${fromDay} ${toDay}`;
}

test.each([
  ["in the morning", "2026-11-18T09:00", "2026-11-19 2026-11-20"],
  ["on the stroke", "2026-11-18T14:00:00", "2026-11-19 2026-11-20"],
  ["a second late", "2026-11-18T14:00:01", "2026-11-20 2026-11-23"],
  ["late on a Friday", "2026-11-20T18:00", "2026-11-24 2026-11-25"],
  ["on a Saturday morning", "2026-11-21T09:00", "2026-11-24 2026-11-25"],
  ["late on a Sunday", "2026-11-22T23:59", "2026-11-24 2026-11-25"],
])("an order %s counts as of a day on which the shop still works", (_, placed, window) => {
  expect(promised(express, placed)).toBe(window);
});

test("the cut-off is a time in the merchant's zone, also on the days when clocks change", () => {
  const rule = { ...express, calendar: { ...express.calendar, workdays: [1, 2, 3, 4, 5, 6, 7] } };
  const at = (instant: string) =>
    promiseOfRule(rule, { placedAt: Temporal.Instant.from(instant), zone: ZONE, holidays: new Set() }).fromDay;
  // Clocks go back on 25 October 2026 and forward on 28 March 2027.
  expect([at("2026-10-24T12:00:00Z"), at("2026-10-24T12:30:00Z")]).toEqual(["2026-10-25", "2026-10-26"]);
  expect([at("2026-10-25T13:00:00Z"), at("2026-10-25T13:30:00Z")]).toEqual(["2026-10-26", "2026-10-27"]);
  expect([at("2027-03-28T12:00:00Z"), at("2027-03-28T12:30:00Z")]).toEqual(["2027-03-29", "2027-03-30"]);
});

test("public holidays and the shop's own days off are not counted", () => {
  const closed = { ...express, calendar: { ...express.calendar, closed: ["2026-12-24"] } };
  expect(promised(closed, "2026-12-23T10:00", ["2026-12-25"])).toBe("2026-12-28 2026-12-29");
  expect(promised(closed, "2026-12-24T10:00", ["2026-12-25"])).toBe("2026-12-29 2026-12-30");
});

test("handling comes before the way and is counted in working days even where the way is not", () => {
  const rule = { ...express, handlingDays: 2, leastDays: 3, mostDays: 5 };
  expect(promised(rule, "2026-11-18T09:00")).toBe("2026-11-25 2026-11-27");
  expect(promised({ ...rule, counts: "calendar" }, "2026-11-18T09:00")).toBe("2026-11-23 2026-11-25");
  expect(promised({ ...rule, counts: "calendar" }, "2026-11-19T09:00")).toBe("2026-11-26 2026-11-28");
});

test("the same day is promised before the cut-off, and a working day at any time", () => {
  const rule = { ...express, leastDays: 0, mostDays: 0 };
  expect(promised(rule, "2026-11-20T09:00")).toBe("2026-11-20 2026-11-20");
  expect(promised(rule, "2026-11-20T15:00")).toBe("2026-11-23 2026-11-23");
  expect(promised({ ...rule, cutOff: null }, "2026-11-21T09:00")).toBe("2026-11-23 2026-11-23");
});

const placements = fc
  .integer({ min: 0, max: 1_000 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from("2026-01-01T00:00:00Z").add({ minutes }));
const windows = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }));
const rules = fc.record({
  cutOff: fc.constantFrom(null, "00:00", "12:30", "23:59"),
  counts: fc.constantFrom("working" as const, "calendar" as const),
  handlingDays: fc.integer({ min: 0, max: 5 }),
  window: windows,
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});
const ruleFrom = ({
  window: [least, more],
  workdays,
  ...rest
}: typeof rules extends fc.Arbitrary<infer T> ? T : never) => ({
  ...express,
  ...rest,
  leastDays: least,
  mostDays: least + more,
  calendar: { ...express.calendar, workdays },
});

test("who orders later is never promised an earlier day, and no window ends before it begins", () => {
  fc.assert(
    fc.property(rules.map(ruleFrom), placements, fc.integer({ min: 0, max: 10_000 }), (rule, placedAt, minutes) => {
      const holidays = new Set(["2026-05-01", "2026-12-25", "2027-01-01"]);
      const early = promiseOfRule(rule, { placedAt, zone: ZONE, holidays });
      const late = promiseOfRule(rule, { placedAt: placedAt.add({ minutes }), zone: ZONE, holidays });
      expect(early.fromDay <= early.toDay).toBe(true);
      expect(early.fromDay >= placedAt.toZonedDateTimeISO(ZONE).toPlainDate().toString()).toBe(true);
      expect(early.fromDay <= late.fromDay && early.toDay <= late.toDay).toBe(true);
    }),
  );
});

test("a rule without cut-off, handling and holidays promises what the same words in the method's text promise", () => {
  const counts = fc.constantFrom("working" as const, "calendar" as const);
  fc.assert(
    fc.property(
      placements,
      counts,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 10 }),
      (placedAt, days, least, more) => {
        const rule = { ...express, cutOff: null, counts: days, leastDays: least, mostDays: least + more };
        const placedOn = placedAt.toZonedDateTimeISO(ZONE).toPlainDate();
        const told = checkoutPromise({ method: `Standard (${least}-${least + more} ${days} days)`, placedOn });
        expect(promiseOfRule(rule, { placedAt, zone: ZONE, holidays: new Set() })).toEqual(told);
      },
    ),
  );
});

const named = (id: string, method: string, country: string | null = null) => ({ ...express, id, method, country });

test.each([
  ["DHL Express Worldwide", "DE", "express worldwide"],
  ["EXPRESS", "DE", "express in Germany"],
  ["express", "AT", "express"],
  ["express", null, "express"],
  ["Standard", "de", "Germany"],
  ["Standard", "AT", "any"],
  [null, null, "any"],
])("%s to %s is promised by the rule that says most of it", (method, country, id) => {
  const list = [
    named("any", "*"),
    named("any again", "*"),
    named("Germany", "*", "DE"),
    named("express", "Express"),
    named("express in Germany", "Express", "DE"),
    named("express worldwide", "express worldwide"),
  ];
  expect(ruleFor(list, { method, country })?.id).toBe(id);
});

test("no rule fits another method or another country", () => {
  expect(ruleFor([named("express", "Express")], { method: "Standard", country: "DE" })).toBeNull();
  expect(ruleFor([named("express", "Express")], { method: null, country: "DE" })).toBeNull();
  expect(ruleFor([named("Germany", "*", "DE")], { method: "Express", country: null })).toBeNull();
  expect(ruleFor([], { method: "Express", country: "DE" })).toBeNull();
});
