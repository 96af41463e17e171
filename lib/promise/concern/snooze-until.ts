import type { Temporal } from "temporal-polyfill";

/** For how long something may sleep. */
export const NAPS = ["tomorrow", "days", "week"] as const;
export type Nap = (typeof NAPS)[number];

const MORNING = "08:00";
const A_WEEK = 7;

/** When it wakes: at eight in the morning by the shop's clock, tomorrow, in three days, or next Monday. */
export function snoozeUntil(nap: Nap, now: Temporal.Instant, zone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = { tomorrow: 1, days: 3, week: A_WEEK + 1 - today.dayOfWeek }[nap];
  return today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant();
}
