import { epochOf, isoSeconds } from "#lib/tracking/epoch.ts";

const DAY_MS = 24 * 60 * 60_000;

/** On which days work is done: weekdays by ISO 8601 (1 Monday to 7 Sunday), less the days `YYYY-MM-DD` that are off. */
export type Calendar = { readonly workdays: readonly number[]; readonly holidays: ReadonlySet<string> };

/** Monday to Friday without any holiday: what "business days" means where nothing else is known. */
export const MONDAY_TO_FRIDAY: Calendar = { workdays: [1, 2, 3, 4, 5], holidays: new Set() };

/** Whether work is done on the day `YYYY-MM-DD`. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return worksOn(numberOf(day), calendar);
}

/**
 * The `count`-th working day after the day `YYYY-MM-DD`, which is not counted itself and need not be one; the day itself
 * for a count of 0. Throws a RangeError for a calendar without a single workday, where no day would ever come.
 */
export function workingDaysAfter(day: string, count: number, calendar: Calendar): string {
  if (!calendar.workdays.some((workday) => workday >= 1 && workday <= 7)) throw new RangeError("No day is a workday");
  let number = numberOf(day);
  for (let left = count; left > 0; ) {
    number += 1;
    if (worksOn(number, calendar)) left -= 1;
  }
  return dayOf(number);
}

/** The day `YYYY-MM-DD` itself where it is a working day, else the next one. Throws as `workingDaysAfter` does. */
export function workingDayFrom(day: string, calendar: Calendar): string {
  return isWorkingDay(day, calendar) ? day : workingDaysAfter(day, 1, calendar);
}

function worksOn(number: number, { workdays, holidays }: Calendar): boolean {
  // The first day of 1970 was a Thursday.
  const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
  return workdays.includes(weekday) && (holidays.size === 0 || !holidays.has(dayOf(number)));
}

/** Days since 1970: by arithmetic, since an import counts for each order and Temporal takes some 10 µs a step. */
function numberOf(day: string): number {
  const epoch = epochOf(day);
  if (epoch === null || epoch.hasClock) throw new RangeError(`${JSON.stringify(day)} is no day`);
  return epoch.wallMs / DAY_MS;
}

function dayOf(number: number): string {
  return isoSeconds(number * DAY_MS).slice(0, 10);
}
