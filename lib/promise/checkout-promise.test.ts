import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { checkoutPromise } from "./checkout-promise.ts";

/** A Wednesday. */
const placedOn = Temporal.PlainDate.from("2026-11-18");

test.each([
  ["Express (1-2 business days)", "2026-11-19", "2026-11-20"],
  ["Standard (2-4 business days)", "2026-11-20", "2026-11-24"],
  ["Standard 3–5 days", "2026-11-23", "2026-11-25"],
  ["3 to 5 working days", "2026-11-23", "2026-11-25"],
  ["Economy, 5-3 days", "2026-11-23", "2026-11-25"],
  ["2 day delivery", "2026-11-20", "2026-11-20"],
  ["Next day", "2026-11-19", "2026-11-19"],
  ["DPD Next-Day", "2026-11-19", "2026-11-19"],
  ["Same day courier", "2026-11-18", "2026-11-18"],
  ["4 calendar days", "2026-11-22", "2026-11-22"],
  ["宅配 2至3個工作天", "2026-11-20", "2026-11-23"],
  ["Free over £50 - 3 business days", "2026-11-23", "2026-11-23"],
  ["Free over £2 - 3 business days", "2026-11-23", "2026-11-23"],
  ["Free over 50 - 3 business days", "2026-11-23", "2026-11-23"],
  ["Standard £4.99 - 5 days", "2026-11-25", "2026-11-25"],
  ["Order by 14:00 - 2 days", "2026-11-20", "2026-11-20"],
  ["Express 2 days, 30-day returns", "2026-11-20", "2026-11-20"],
  ["Standard 2 - 4 days, free returns", "2026-11-20", "2026-11-24"],
  ["宅配 3天，7天鑑賞期", "2026-11-23", "2026-11-23"],
])("%s promises %s to %s", (method, fromDay, toDay) => {
  expect(checkoutPromise({ method, placedOn })).toEqual({ fromDay, toDay });
});

test.each([
  [null],
  [""],
  ["Free shipping"],
  ["Parcel 10"],
  ["Track 24"],
  ["100-200 days"],
  ["DHL Paket 5 kg"],
  ["30-day returns"],
  ["14 day return policy"],
  ["Free returns within 30 days"],
  ["60 days money back"],
  ["2.5 days"],
  ["7天鑑賞期"],
  ["11月5日出貨"],
])("%s promises nothing, and nothing is made up", (method) => {
  expect(checkoutPromise({ method, placedOn })).toBeNull();
});

test("an order of Friday or the weekend is promised from Monday on", () => {
  for (const day of ["2026-11-20", "2026-11-21", "2026-11-22"]) {
    const promise = checkoutPromise({ method: "1-2 business days", placedOn: Temporal.PlainDate.from(day) });
    expect(promise).toEqual({ fromDay: "2026-11-23", toDay: "2026-11-24" });
  }
});

test("a promised day is a working day, after the order, and the window has the length that was told", () => {
  const days = fc.integer({ min: 0, max: 1500 }).map((offset) => placedOn.add({ days: offset }));
  const bounds = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(days, bounds, (day, [least, more]) => {
      const promise = checkoutPromise({ method: `${least}-${least + more} business days`, placedOn: day });
      if (promise === null) throw new Error("no promise");
      const from = Temporal.PlainDate.from(promise.fromDay);
      const to = Temporal.PlainDate.from(promise.toDay);
      expect(from.dayOfWeek).toBeLessThanOrEqual(5);
      expect(to.dayOfWeek).toBeLessThanOrEqual(5);
      expect(Temporal.PlainDate.compare(day, from)).toBe(-1);
      let workingDays = 0;
      for (let d = from; Temporal.PlainDate.compare(d, to) < 0; d = d.add({ days: 1 }))
        if (d.dayOfWeek <= 5) workingDays += 1;
      expect(workingDays).toBe(more);
    }),
  );
});
