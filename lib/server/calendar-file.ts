import { createEvent, type DateArray, type EventAttributes } from "ics";
import { Temporal } from "temporal-polyfill";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import type { Arrival } from "#lib/tracking/page/tracking-page.ts";

type CalendarEvent = {
  readonly token: string;
  readonly title: string;
  readonly about: string;
  readonly url: string;
  readonly window: Arrival;
};

/**
 * An iCalendar file (RFC 5545) with the window of an arrival: whole days, or its hours on the clock of the place, which is
 * the one that the shopper's phone shows there. Throws when the library refuses what we made, which is a bug.
 */
export function calendarFile({ token, title, about, url, window }: CalendarEvent): string {
  const { error, value } = createEvent({
    // The same for the same link, so that a later file moves the event instead of adding one.
    uid: `${tokenHash(token).slice(0, 32)}@porchlight`,
    productId: "porchlight",
    title,
    description: about,
    url,
    busyStatus: "FREE",
    ...spanOf(window),
  });
  if (error !== null || value === undefined || value === null)
    throw new Error("The calendar event was refused", { cause: error });
  return value;
}

type Span = Pick<EventAttributes, "start" | "startInputType" | "startOutputType" | "endInputType" | "endOutputType"> & {
  readonly end: DateArray;
};

function spanOf({ fromDay, toDay, fromTime, toTime }: Arrival): Span {
  const local = {
    ...({ startInputType: "local", startOutputType: "local" } as const),
    ...({ endInputType: "local", endOutputType: "local" } as const),
  };
  if (toTime === null) {
    // The end of a whole day is the day after it.
    const end = Temporal.PlainDate.from(toDay).add({ days: 1 }).toString();
    return { ...local, start: dayArray(fromDay), end: dayArray(end) };
  }
  const from = `${fromDay}T${fromTime ?? "00:00"}`;
  return { ...local, start: timeArray(from), end: timeArray(`${toDay}T${toTime}`) };
}

function dayArray(day: string): [number, number, number] {
  const { year, month, day: number } = Temporal.PlainDate.from(day);
  return [year, month, number];
}

function timeArray(time: string): [number, number, number, number, number] {
  const at = Temporal.PlainDateTime.from(time);
  return [at.year, at.month, at.day, at.hour, at.minute];
}
