import { Temporal } from "temporal-polyfill";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_S = 86_400;
/** Clocks that did not change for so many days have no summer time. */
const YEAR_DAYS = 370;

/** What a script may say of its day 0 besides a day of the calendar: how it is found from the day on which it begins. */
export const DAY_ZERO_WORDS: readonly string[] = ["today", "before_clock_change", ...WEEKDAYS];

/** Whether a text is one of those words, or a day that there is: `YYYY-MM-DD`. */
export function isDayZero(text: string): boolean {
  if (DAY_ZERO_WORDS.includes(text)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/**
 * The day, `YYYY-MM-DD`, that a script's day 0 is for a journey that begins at `nowMs`: today, the last such day of the week
 * (today is one, too), or the day before the clocks of `zone` changed last (today where there is no summer time). All by the
 * calendar of `zone`.
 */
export function dayZeroDate(dayZero: string, nowMs: number, zone: string): string {
  if (/^\d/.test(dayZero)) return dayZero;
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
  const today = now.toPlainDate();
  if (dayZero === "before_clock_change") {
    const change = now.getTimeZoneTransition("previous")?.toPlainDate();
    const isRecent = change !== undefined && change.until(today).days <= YEAR_DAYS;
    return (isRecent ? change.subtract({ days: 1 }) : today).toString();
  }
  const weekday = WEEKDAYS.indexOf(dayZero) + 1;
  return today.subtract({ days: weekday === 0 ? 0 : (today.dayOfWeek - weekday + 7) % 7 }).toString();
}

/** The instant, in ms since 1970, at which a clock of `zone` shows so many minutes after midnight of that day. */
export function atClock(date: string, minutes: number, zone: string): number {
  const total = Math.round(minutes * 60);
  const days = Math.floor(total / DAY_S);
  const seconds = total - days * DAY_S;
  const time = { hour: Math.floor(seconds / 3_600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
  return Temporal.PlainDate.from(date).add({ days }).toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds;
}
