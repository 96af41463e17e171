import { Temporal } from "temporal-polyfill";
import type { Locale } from "#lib/brand/locale.ts";

/** English as Europe and most of the world date it, "Thursday 6 November"; Chinese as Taiwan does, "11月6日（五）". */
const TAGS: Readonly<Record<Locale, string>> = { en: "en-GB", "zh-Hant-TW": "zh-Hant-TW" };
/** The tag by which Intl knows how people of the language write. */
export function languageTag(locale: Locale): string {
  return TAGS[locale];
}

const NBSP = "\u00a0";

type DateStyle = "full" | "withoutMonth" | "shortMonth" | "short";

/**
 * A day in words. The year is told only when it is not `today`'s. `withoutMonth` is for the first of two days in one
 * month, `shortMonth` for two months beside each other, `short` has no weekday. Day and month never part at a line's end.
 */
export function dayText(
  day: string,
  locale: Locale,
  options: { readonly today: string; readonly style?: DateStyle },
): string {
  const date = Temporal.PlainDate.from(day);
  const style = options.style ?? "full";
  const year = date.year === Temporal.PlainDate.from(options.today).year ? {} : { year: "numeric" as const };
  const month = style.startsWith("short") && locale === "en" ? "short" : "long";
  const written = formatted(date, locale, { day: "numeric", month, ...year }).replaceAll(" ", NBSP);
  if (style === "short") return written;
  if (locale === "zh-Hant-TW") return `${written}（${formatted(date, locale, { weekday: "narrow" })}）`;
  const weekday = formatted(date, locale, { weekday: "long" });
  return style === "withoutMonth" ? `${weekday}${NBSP}${date.day}` : `${weekday} ${written}`;
}

/** The two ends of a window in words, without saying the month twice where the language allows it. */
export function windowTexts(
  window: { readonly fromDay: string; readonly toDay: string },
  locale: Locale,
  today: string,
): { readonly from: string; readonly to: string } {
  const sameMonth = window.fromDay.slice(0, 7) === window.toDay.slice(0, 7);
  return {
    from: dayText(window.fromDay, locale, {
      today,
      style: sameMonth && locale === "en" ? "withoutMonth" : "shortMonth",
    }),
    to: dayText(window.toDay, locale, { today, style: sameMonth ? "full" : "shortMonth" }),
  };
}

/** A country by its ISO 3166-1 code in words ("GB" is "United Kingdom"); what is no code is given back as it is. */
export function countryText(country: string, locale: Locale): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  return COUNTRIES[locale].of(country.toUpperCase()) ?? country;
}

const COUNTRIES: Readonly<Record<Locale, Intl.DisplayNames>> = {
  en: countries("en"),
  "zh-Hant-TW": countries("zh-Hant-TW"),
};

function countries(locale: Locale): Intl.DisplayNames {
  return new Intl.DisplayNames(TAGS[locale], { type: "region", fallback: "code" });
}

/** Making a formatter costs a hundred times what using it does, and a page writes many days. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatted(date: Temporal.PlainDate, locale: Locale, parts: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(parts)}`;
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(TAGS[locale], { ...parts, timeZone: "UTC" });
  FORMATS.set(key, format);
  return format.format(date.toZonedDateTime("UTC").epochMilliseconds);
}
