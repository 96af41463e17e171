import { type CarrierTime, dayOnly } from "#lib/tracking/carrier-time.ts";

/** The time; its day alone where it is midnight to the second, which is how carriers write that they know only the day. */
export function midnightAsDay(time: CarrierTime | null): CarrierTime | null {
  return time?.localTime.endsWith("T00:00:00") ? dayOnly(time) : time;
}
