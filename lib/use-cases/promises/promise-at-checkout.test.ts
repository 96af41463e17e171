import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import type { HolidaysOf } from "./load-holidays.ts";
import { promiseAtCheckout } from "./promise-at-checkout.ts";

const standard: PromiseRule = {
  id: "standard",
  method: "Standard",
  country: null,
  leastDays: 2,
  mostDays: 3,
  counts: "working",
  cutOff: "14:00",
  handlingDays: 0,
  calendar: { workdays: [1, 2, 3, 4, 5], holidaysOf: "DE", closed: [] },
};
/** Half past midnight on Wednesday 30 December in Berlin, still Tuesday by UTC. */
const order = {
  method: "Standard (2-4 business days)",
  placedAt: Temporal.Instant.from("2026-12-29T23:30:00Z"),
  country: "DE",
  zone: "Europe/Berlin",
};
const newYear: HolidaysOf = (place, years) => (place === "DE" ? new Set(years.map((year) => `${year}-01-01`)) : null);

test("the merchant's rule promises, with the holidays of the next year, and says which rule it was", () => {
  expect(promiseAtCheckout([standard], order, newYear)).toEqual({
    window: { fromDay: "2027-01-04", toDay: "2027-01-05" },
    saidBy: "rule",
    reason: "standard",
  });
});

test("where no rule fits, the method's own text promises, counted from the day in the merchant's zone", () => {
  expect(promiseAtCheckout([{ ...standard, country: "AT" }], order, newYear)).toEqual({
    window: { fromDay: "2027-01-01", toDay: "2027-01-05" },
    saidBy: "checkout",
    reason: null,
  });
  expect(promiseAtCheckout([], { ...order, method: "Free shipping" }, newYear)).toBeNull();
});

test("a rule for any method promises nothing to an order of which nothing says that it is sent", () => {
  const any = { ...standard, method: "*" };
  expect(promiseAtCheckout([any], { ...order, method: " ", country: null }, newYear)).toBeNull();
  expect(promiseAtCheckout([any], { ...order, method: null }, newYear)?.saidBy).toBe("rule");
});

test("a rule whose holidays are not known still promises", () => {
  const elsewhere = { ...standard, calendar: { ...standard.calendar, holidaysOf: "XX" } };
  expect(promiseAtCheckout([elsewhere], order, newYear)?.window).toEqual({
    fromDay: "2027-01-01",
    toDay: "2027-01-04",
  });
});
