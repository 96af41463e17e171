import { epochOf, isoSeconds } from "#lib/tracking/epoch.ts";
import { wallMsAt } from "#lib/tracking/zone-clock.ts";

const DAY_MS = 86_400_000;
const DAY_LENGTH = 10;

/** A moment as days since 1970-01-01 with a fraction, by the clock of a zone (IANA), as `lib/promise/arrival` counts them. */
export function localMoment(instantMs: number, zone: string): number {
  return wallMsAt(zone, instantMs) / DAY_MS;
}

/** The day `YYYY-MM-DD` that it is in a zone at an instant, in milliseconds since 1970. */
export function localDay(instantMs: number, zone: string): string {
  return dayText(Math.floor(localMoment(instantMs, zone)));
}

/** A whole number of days since 1970-01-01 as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return isoSeconds(day * DAY_MS).slice(0, DAY_LENGTH);
}

/** A day `YYYY-MM-DD` as days since 1970-01-01. Throws a RangeError for what is no day. */
export function dayNumber(day: string): number {
  const epoch = epochOf(day);
  if (epoch === null) throw new RangeError(`${JSON.stringify(day)} is no day`);
  return Math.floor(epoch.wallMs / DAY_MS);
}
