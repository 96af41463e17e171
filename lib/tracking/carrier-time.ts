import { epochOf, isoSeconds } from "./epoch.ts";

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
  if (!isClock(minute, second)) return null;
  return { localTime, instant: offset === undefined ? null : instantAt(localTime, offset) };
}

/** The same, where the carrier is known to write a `Z` or an offset that is not true: the local time only. */
export function wallTime(text: unknown): CarrierTime | null {
  const time = carrierTime(text);
  return time === null ? null : { ...time, instant: null };
}

/** When a scan was: by the clock of the place where that was told, and the instant where it was. */
export type ScanTime = { readonly localTime: string | null; readonly instant: string | null };

/**
 * The time of a scan whose carrier writes the clock of the place with its offset, or UTC (`Z`) where it does not know the
 * place: that is nobody's wall clock, and leaves the instant alone. Neither for what is no time.
 */
export function scanTime(text: unknown): ScanTime {
  const time = carrierTime(text);
  if (time === null) return { localTime: null, instant: null };
  return time.instant !== null && typeof text === "string" && text.trim().endsWith("Z")
    ? { localTime: null, instant: time.instant }
    : time;
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

/** By arithmetic, like `epochOf`: every scan of every reply is read here. */
function instantAt(localTime: string, offset: string): string | null {
  const instantMs = epochOf(`${localTime}${offset}`)?.instantMs ?? null;
  const isOffset = offset === "Z" || OFFSET.test(offset);
  if (instantMs === null || !isOffset) return null;
  return isoSeconds(instantMs);
}

const OFFSET = /^[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?$/;

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return CENTURY.test(text) && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `HH:MM:SS` of a day. A 60th second is a leap second, which clocks show as the 59th. */
function isClock(minute: string, second: string): boolean {
  return minute <= "23:59" && minute.slice(3) <= "59" && second <= "60";
}
