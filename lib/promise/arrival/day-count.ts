import { Temporal } from "temporal-polyfill";

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** A date as the arrival functions count days: since 1970-01-01. */
export function dayOfDate(date: Temporal.PlainDate): number {
  return EPOCH.until(date, { largestUnit: "days" }).days;
}

/** The date of a day or moment counted since 1970-01-01. */
export function dateOfDay(day: number): Temporal.PlainDate {
  return EPOCH.add({ days: Math.floor(day) });
}

/** A moment as days since 1970-01-01 by the clock on the wall of that zone: noon is .5 on every day, also on one of 23 hours. */
export function momentIn(zone: string, instant: Temporal.Instant): number {
  const local = instant.toZonedDateTimeISO(zone);
  const seconds = local.hour * 3600 + local.minute * 60 + local.second + local.millisecond / 1000;
  return dayOfDate(local.toPlainDate()) + seconds / 86_400;
}
