import { Temporal } from "temporal-polyfill";
import type { Estimate, When } from "#lib/tracking/observation.ts";
import type { Arrival, DayTime, Window } from "./tracking-page.ts";

const DAY = 10;

/** The day of an ISO instant, with any offset, in `zone`. */
export function dayOfInstant(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** A time as a carrier gave it, on the wall clock: local as written, an instant in `zone`. */
export function dayTimeOf(text: string, zone: string): DayTime {
  const local = /Z$|[+-]\d\d:\d\d$/.test(text)
    ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" })
    : text;
  return { day: local.slice(0, DAY), time: local.length > DAY ? local.slice(DAY + 1, DAY + 6) : null };
}

/** The wall clock of a scan's place: as written, else the instant in the place's zone, else in `zone`; null if undated. */
export function dayTimeOfScan(when: When, zone: string): DayTime | null {
  if (when.localTime !== null) return dayTimeOf(when.localTime, zone);
  return when.instant === null ? null : dayTimeOf(when.instant, when.zone ?? zone);
}

/**
 * A carrier's estimate in days and hours. Hours are told for one day only; midnight and the end of the day are how carriers
 * write that they know no hour. Ends in the wrong order are exchanged.
 */
export function arrivalOf(estimate: Estimate, zone: string): Arrival {
  const ends = [dayTimeOf(estimate.from, zone), dayTimeOf(estimate.to, zone)] as const;
  const [from, to] = sortText(ends[0]) <= sortText(ends[1]) ? ends : [ends[1], ends[0]];
  const window = { fromDay: from.day, toDay: to.day };
  const toTime = hourOf(to.time);
  if (from.day !== to.day || toTime === null) return { ...window, fromTime: null, toTime: null };
  const fromTime = hourOf(from.time);
  return { ...window, fromTime: fromTime === toTime ? null : fromTime, toTime };
}

/** A promised window as an arrival: days only. */
export function promisedArrival({ fromDay, toDay }: Window): Arrival {
  return { fromDay, toDay, fromTime: null, toTime: null };
}

/** One whole day as an arrival. */
export function wholeDay(day: string): Arrival {
  return promisedArrival({ fromDay: day, toDay: day });
}

function sortText({ day, time }: DayTime): string {
  return `${day} ${time ?? ""}`;
}

function hourOf(time: string | null): string | null {
  return time === null || time === "00:00" || time.startsWith("23:5") ? null : time;
}
