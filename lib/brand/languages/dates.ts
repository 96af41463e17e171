import { Temporal } from "temporal-polyfill";
import type { DayParts, DayStyle, Language } from "./language.ts";

/**
 * A day in words. The year is told only when it is not `today`'s. Day and month never part at a line's end.
 */
export function dayText(
  day: string,
  { habits }: Language,
  options: { readonly today: string; readonly style?: DayStyle },
): string {
  const tellsYear = yearOf(day) !== yearOf(options.today);
  return habits.day(partsOf(day, habits.intl, tellsYear), options.style ?? "full");
}

/** The two ends of a window in words, without saying the month twice where the language allows it. */
export function windowTexts(
  window: { readonly fromDay: string; readonly toDay: string },
  language: Language,
  today: string,
): { readonly from: string; readonly to: string } {
  const sameMonth = window.fromDay.slice(0, 7) === window.toDay.slice(0, 7);
  return {
    from: dayText(window.fromDay, language, { today, style: sameMonth ? "withoutMonth" : "shortMonth" }),
    to: dayText(window.toDay, language, { today, style: sameMonth ? "full" : "shortMonth" }),
  };
}

/** A weekday's name, 1 = Monday. */
export function weekdayText(weekday: number, { habits }: Language): string {
  return written(MONDAY.add({ days: weekday - 1 }), habits.intl, { weekday: "long" });
}

/**
 * A country by its ISO 3166-1 code in words ("GB" is "United Kingdom", "HK" is "Hong Kong"); what is no code is given back
 * as it is.
 */
export function countryText(country: string, { habits }: Language): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  const code = country.toUpperCase();
  return countriesOf(habits.intl, LONG_IN_FULL.has(code) ? "short" : "long").of(code) ?? country;
}

function countriesOf(intl: string, style: "long" | "short"): Intl.DisplayNames {
  const key = `${intl} ${style}`;
  const names = COUNTRIES.get(key) ?? new Intl.DisplayNames(intl, { type: "region", fallback: "code", style });
  COUNTRIES.set(key, names);
  return names;
}

const MONDAY = Temporal.PlainDate.from("2026-11-02");
/** Places that `Intl` in full calls by their status ("Sonderverwaltungsregion Hongkong"), and nobody in an address does. */
const LONG_IN_FULL: ReadonlySet<string> = new Set(["HK", "MO", "PS"]);
const COUNTRIES = new Map<string, Intl.DisplayNames>();
/** Making a formatter costs a hundred times what using it does, and a page writes many days. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
/** Days as they were written: an order's page names the same few again and again. */
const PARTS = new Map<string, DayParts>();
const MOST_PARTS = 4096;

/** Of an ISO day, whose year may have a sign and six digits. */
function yearOf(day: string): string {
  return day.slice(0, day.indexOf("-", 1));
}

function partsOf(day: string, intl: string, tellsYear: boolean): DayParts {
  const key = `${intl} ${day} ${tellsYear}`;
  const known = PARTS.get(key);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(day);
  const parts: DayParts = {
    weekday: written(date, intl, { weekday: "long" }),
    weekdayNarrow: written(date, intl, { weekday: "narrow" }),
    day: piece(date, intl, "day"),
    month: piece(date, intl, "month", "long"),
    monthShort: piece(date, intl, "month", "short"),
    year: tellsYear ? piece(date, intl, "year") : null,
  };
  if (PARTS.size >= MOST_PARTS) PARTS.clear();
  PARTS.set(key, parts);
  return parts;
}

/** One part of a whole date, since many languages inflect a month beside its day. */
function piece(
  date: Temporal.PlainDate,
  intl: string,
  type: "day" | "month" | "year",
  month: "long" | "short" = "long",
): string {
  const parts = formatOf(intl, { day: "numeric", month, year: "numeric" }).formatToParts(epochOf(date));
  return parts.find((part) => part.type === type)?.value ?? "";
}

function written(date: Temporal.PlainDate, intl: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(intl, options).format(epochOf(date));
}

function formatOf(intl: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${intl} ${JSON.stringify(options)}`;
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(intl, { ...options, timeZone: "UTC" });
  FORMATS.set(key, format);
  return format;
}

function epochOf(date: Temporal.PlainDate): number {
  return date.toZonedDateTime("UTC").epochMilliseconds;
}
