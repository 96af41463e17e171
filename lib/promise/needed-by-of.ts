import { Temporal } from "temporal-polyfill";
import { DATES, PHRASES, TONGUES, type Tongue, WEEKDAYS } from "./needed-by-words.ts";

/** Nobody orders for a day that is further away; what reads so is some other year's. */
const LONGEST_DAYS = 365;
/** Years of the Buddhist calendar, as in Thailand, are ahead by so many. */
const BUDDHIST = 543;
const LATEST_YEAR = 2400;

/**
 * The day `YYYY-MM-DD` by which an order is needed, as a shopper wrote it into its note, in one of our languages. Only where a
 * phrase says so and a date follows that can be read in one way: no slashed dates, no weekday that is not that date's, no two
 * days. A day without a year is the next one from `placedOn` on. Null for everything else: a need is never made up.
 */
export function neededByOf(note: string | null, placedOn: Temporal.PlainDate): string | null {
  if (note === null) return null;
  const text = note
    .normalize("NFC")
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
  const days = new Set(READINGS.flatMap((reading) => daysIn(text, reading, placedOn)));
  const [day] = days;
  return days.size === 1 ? (day ?? null) : null;
}

/** Every phrase with every way to write a date of its language; made once, since imports read many notes. */
const READINGS = TONGUES.flatMap((tongue) =>
  PHRASES[tongue].flatMap((phrase) =>
    DATES[tongue].map(({ pattern, read }) => ({
      ...{ tongue, read },
      words: new RegExp(
        phrase.replace("DATE", () => pattern),
        "giu",
      ),
    })),
  ),
);

/** Null stands for a date that cannot be: two readings, of which one fails, are not one reading. */
function daysIn(
  text: string,
  { tongue, read, words }: (typeof READINGS)[number],
  placedOn: Temporal.PlainDate,
): (string | null)[] {
  return [...text.matchAll(words)].map(({ groups = {} }) => {
    const month = read(groups);
    return month === null ? null : dayOf({ ...groups, month }, tongue, placedOn);
  });
}

type Said = { readonly day?: string; readonly month: number; readonly year?: string; readonly weekday?: string };

function dayOf(said: Said, tongue: Tongue, placedOn: Temporal.PlainDate): string | null {
  const year = said.year === undefined ? null : Number(said.year);
  const years = year === null ? [placedOn.year, placedOn.year + 1] : [year >= LATEST_YEAR ? year - BUDDHIST : year];
  const day = years
    .flatMap((each) => dateOf(each, said.month, Number(said.day)) ?? [])
    .find((each) => Temporal.PlainDate.compare(each, placedOn) >= 0);
  if (day === undefined || placedOn.until(day).days > LONGEST_DAYS) return null;
  if (said.weekday !== undefined && !WEEKDAYS[tongue][day.dayOfWeek - 1]?.includes(said.weekday)) return null;
  return day.toString();
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** Digits of every script have their ten in a row. */
function digitOf(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const value = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1;
  return String((value - zero) % 10);
}
