import { Temporal } from "temporal-polyfill";
import { MONDAY_TO_FRIDAY, workingDaysAfter } from "./working-days.ts";

export type PromisedWindow = { readonly fromDay: string; readonly toDay: string };

/** Longer than this is not a delivery window but some other number in the text. */
const LONGEST_DAYS = 90;
const UNIT = String.raw`\s*(business|working|calendar)?[\s-]*(?:days?\b|天|日|個工作天|工作天)`;
/** A number of its own: not the end of a price, a time of day, a decimal or a date. */
const NUMBER = String.raw`(?<![\d月]|\d[.,:]|[$£€¥]\s*)(\d{1,2})`;
const RANGE = new RegExp(String.raw`${NUMBER}(\s*(?:-|–|—|~|to|至)\s*)(\d{1,2})${UNIT}`, "i");
const SINGLE = new RegExp(NUMBER + UNIT, "i");

/** How long goods may be sent back or are warranted, in either order of words: no promise of a delivery. */
const AFTERWARDS = [
  /(?:\d+\s*(?:-|–|to)\s*)?\d+[\s-]*(?:(?:business|working|calendar)[\s-]*)?days?(?:\s+|-)(?:(?:free|easy|no-fuss|to|for|of)\s+)*(?:returns?|refunds?|exchanges?|money|trial|guarantee|warranty)\b/gi,
  /\b(?:returns?|refunds?|exchanges?|trial|guarantee|warranty)(?:\s+(?:policy|period|window|accepted|within|in|up to|for|of))*[\s:]*\d+[\s-]*(?:(?:business|working|calendar)[\s-]*)?days?\b/gi,
  /\d+\s*(?:天|日)(?:內|内)?(?:可|免費|免费)*(?:退|換|鑑賞|猶豫|保固)/g,
];

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

function daysIn(text: string): Days | null {
  const method = AFTERWARDS.reduce((rest, phrase) => rest.replaceAll(phrase, " "), text);
  const range = RANGE.exec(method);
  if (range !== null) {
    const [one, other] = [Number(range[1]), Number(range[3])];
    return between(isWindow(one, other, range[2] ?? "") ? one : other, other, range[4]);
  }
  const single = SINGLE.exec(method);
  if (single !== null) return between(Number(single[1]), Number(single[1]), single[2]);
  if (/\b(next|following)[\s-]+(business |working )?day\b|\bovernight\b/i.test(method)) return between(1, 1, undefined);
  if (/\bsame[\s-]+day\b/i.test(method)) return between(0, 0, "calendar");
  return null;
}

/** "5-3 days" is a window told backwards; in "over 50 - 3 days" the first number is about something else. */
function isWindow(one: number, other: number, joint: string): boolean {
  return one <= other || joint.trim() === joint;
}

function between(one: number, other: number, kind: string | undefined): Days {
  return { least: Math.min(one, other), most: Math.max(one, other), calendar: kind?.toLowerCase() === "calendar" };
}

function calendarDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  return day.add({ days: count });
}

function businessDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(workingDaysAfter(day.toString(), count, MONDAY_TO_FRIDAY));
}
