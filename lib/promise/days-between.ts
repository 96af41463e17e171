import { epochOf } from "#lib/tracking/epoch.ts";

const DAY_MS = 24 * 60 * 60_000;

/**
 * How many days `to` is after `from`, both `YYYY-MM-DD`; negative when it is before. Throws RangeError for what is no day.
 * By arithmetic, since each open parcel is judged anew each hour and Temporal takes some 10 µs a day.
 */
export function daysBetween(from: string, to: string): number {
  const fromMs = wallMsOf(from);
  // Most are of one day: today, and the day until which a parcel was seen.
  return from === to ? 0 : (wallMsOf(to) - fromMs) / DAY_MS;
}

function wallMsOf(day: string): number {
  const epoch = epochOf(day);
  if (epoch === null || epoch.hasClock) throw new RangeError(`${JSON.stringify(day)} is no day`);
  return epoch.wallMs;
}
