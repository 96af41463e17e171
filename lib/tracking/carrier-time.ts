import { Temporal } from "temporal-polyfill";

/** What a carrier's text tells of a time: never more than it says. See `When` for the forms. */
export type CarrierTime = { readonly localTime: string; readonly instant: string | null };

const FORM = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Carriers write 0001-01-01, 1970-01-01 and 9999-12-31 where they know nothing, and some count the years of the Buddha. */
const CENTURY = /^20\d{2}/;

/**
 * Reads an ISO-like time: a day, a local time, or a time with offset. An offset gives the instant; without one there is
 * none, since the wall clock of the place is all that was said. Null for anything else, impossible days and days of other
 * centuries included.
 */
export function carrierTime(text: unknown): CarrierTime | null {
  if (typeof text !== "string") return null;
  const [, day, minute, second = "00", offset] = FORM.exec(text.trim()) ?? [];
  if (day === undefined || !isDay(day)) return null;
  if (minute === undefined) return { localTime: day, instant: null };
  const localTime = `${day}T${minute}:${second}`;
  if (!isTime(localTime)) return null;
  return { localTime, instant: offset === undefined ? null : instantAt(localTime, offset) };
}

/** The same, where the carrier is known to write a `Z` or an offset that is not true: the local time only. */
export function wallTime(text: unknown): CarrierTime | null {
  const time = carrierTime(text);
  return time === null ? null : { ...time, instant: null };
}

/** Reads `YYYYMMDD` and, when there is one, `HHMMSS` or `HH:MM:SS`. A time that cannot be leaves the day. */
export function compactTime(date: unknown, time?: unknown): CarrierTime | null {
  const [, year, month, day] = (typeof date === "string" ? /^(\d{4})(\d{2})(\d{2})$/.exec(date.trim()) : null) ?? [];
  const [, hour, minute, second] =
    (typeof time === "string" ? /^(\d{2}):?(\d{2}):?(\d{2})$/.exec(time.trim()) : null) ?? [];
  const plain = `${year}-${month}-${day}`;
  return (hour === undefined ? null : carrierTime(`${plain}T${hour}:${minute}:${second}`)) ?? carrierTime(plain);
}

/** The time without its clock: for carriers that write midnight where they know only the day. */
export function dayOnly(time: CarrierTime): CarrierTime {
  return { localTime: time.localTime.slice(0, 10), instant: null };
}

/** As one text, the way estimates and deliveries are kept: the instant if there is one, else as given. */
export function timeText(time: CarrierTime | null): string | null {
  return time === null ? null : (time.instant ?? time.localTime);
}

function instantAt(localTime: string, offset: string): string | null {
  try {
    return Temporal.Instant.from(`${localTime}${offset}`).toString();
  } catch {
    return null;
  }
}

function isDay(text: string): boolean {
  return CENTURY.test(text) && parses(() => Temporal.PlainDate.from(text, { overflow: "reject" }));
}

function isTime(text: string): boolean {
  return parses(() => Temporal.PlainDateTime.from(text, { overflow: "reject" }));
}

function parses(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
