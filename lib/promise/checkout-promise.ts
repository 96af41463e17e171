import type { Temporal } from "temporal-polyfill";

export type PromisedWindow = { readonly fromDay: string; readonly toDay: string };

/** Longer than this is not a delivery window but some other number in the text. */
const LONGEST_DAYS = 90;
const UNIT = String.raw`\s*(business|working|calendar)?[\s-]*(?:days?|天|日|個工作天|工作天)`;
const RANGE = new RegExp(String.raw`(?<!\d)(\d{1,2})\s*(?:-|–|—|~|to|至)\s*(\d{1,2})${UNIT}`, "i");
const SINGLE = new RegExp(String.raw`(?<!\d)(\d{1,2})${UNIT}`, "i");

/**
 * The window that a shipping method's own text tells, such as "Standard (2-4 business days)" or "Next day", as days
 * `YYYY-MM-DD`. Days are counted Monday to Friday from the day after the order, unless the text says calendar days;
 * public holidays are not known here. Null when the text tells no window: a promise is never made up.
 */
export function checkoutPromise(input: {
  readonly method: string | null;
  readonly placedOn: Temporal.PlainDate;
}): PromisedWindow | null {
  const days = daysIn(input.method ?? "");
  if (days === null || days.most > LONGEST_DAYS) return null;
  const after = days.calendar ? calendarDaysAfter : businessDaysAfter;
  return { fromDay: after(input.placedOn, days.least).toString(), toDay: after(input.placedOn, days.most).toString() };
}

type Days = { readonly least: number; readonly most: number; readonly calendar: boolean };

function daysIn(method: string): Days | null {
  const range = RANGE.exec(method);
  if (range !== null) return between(Number(range[1]), Number(range[2]), range[3]);
  const single = SINGLE.exec(method);
  if (single !== null) return between(Number(single[1]), Number(single[1]), single[2]);
  if (/\b(next|following)[\s-]+(business |working )?day\b|\bovernight\b/i.test(method)) return between(1, 1, undefined);
  if (/\bsame[\s-]+day\b/i.test(method)) return between(0, 0, "calendar");
  return null;
}

function between(one: number, other: number, kind: string | undefined): Days {
  return { least: Math.min(one, other), most: Math.max(one, other), calendar: kind?.toLowerCase() === "calendar" };
}

function calendarDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  return day.add({ days: count });
}

function businessDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let date = day;
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (date.dayOfWeek <= 5) left -= 1;
  }
  return date;
}
