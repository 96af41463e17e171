import { Temporal } from "temporal-polyfill";
import { type Calendar, workingDaysAfter } from "#lib/promise/working-days.ts";
import type { Remedy } from "./remedy.ts";

/** When the shop answers: its days, the hour at which it closes (`HH:MM`) in its zone, and in how many working days. */
export type Desk = {
  readonly zone: string;
  readonly calendar: Calendar;
  readonly closes: string;
  readonly answerDays: Readonly<Record<Exclude<Remedy, "wait">, number>>;
};

/**
 * By when the shop acts upon a choice: when it closes on the last of its working days for this remedy, the day of the choice
 * not counted, so that the shopper can be told a day. Null for waiting, which asks nothing of anybody. Throws RangeError
 * for a calendar without a workday, or a zone that this runtime does not know.
 */
export function dueAt(remedy: Remedy, chosenAt: Temporal.Instant, desk: Desk): Temporal.Instant | null {
  if (remedy === "wait") return null;
  const chosenOn = chosenAt.toZonedDateTimeISO(desk.zone).toPlainDate().toString();
  const day = workingDaysAfter(chosenOn, Math.max(1, desk.answerDays[remedy]), desk.calendar);
  return Temporal.PlainDateTime.from(`${day}T${desk.closes}`).toZonedDateTime(desk.zone).toInstant();
}
