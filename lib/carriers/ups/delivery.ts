import type { Handover } from "#lib/carriers/summary-parts.ts";
import { type CarrierTime, compactTime, timeText } from "#lib/tracking/carrier-time.ts";
import type { Estimate } from "#lib/tracking/observation.ts";
import type { UpsPackage } from "./schema.ts";

const WINDOWS: ReadonlySet<string | null> = new Set(["EDW", "CDW", "IDW"]);
const LATEST: ReadonlySet<string | null> = new Set(["EOD", "CMT"]);

/** When UPS expects to deliver: the rescheduled day before the scheduled one, with the window or latest time of that day. */
export function estimateOf(parcel: UpsPackage): Estimate | null {
  const day = dayOf(parcel, "RDD") ?? dayOf(parcel, "SDD");
  if (day === null) return null;
  const { type, startTime, endTime } = parcel.deliveryTime;
  const from = WINDOWS.has(type) ? timeOf(day, startTime) : null;
  const to = WINDOWS.has(type) || LATEST.has(type) ? timeOf(day, endTime) : null;
  if (to === null || (from !== null && from > to)) return { from: day, to: day };
  return { from: from ?? to, to };
}

/** When, to whom and where it was handed over. `scanned`: the scan of the delivery, which may be finer than UPS's day. */
export function handoverOf(parcel: UpsPackage, scanned: CarrierTime | null): Handover {
  const day = dayOf(parcel, "DEL");
  const time = parcel.deliveryTime.type === "DEL" && day !== null ? timeOf(day, parcel.deliveryTime.endTime) : null;
  return {
    deliveredAt: time ?? timeText(scanned) ?? day,
    signedBy: parcel.deliveryInformation.receivedBy,
    leftAt: parcel.deliveryInformation.location,
  };
}

function dayOf(parcel: UpsPackage, type: string): string | null {
  const days = parcel.deliveryDate?.filter((date) => date.type === type) ?? [];
  return days.map(({ date }) => compactTime(date)?.localTime ?? null).find((day) => day !== null) ?? null;
}

/** The time on that day; null for a clock that cannot be. */
function timeOf(day: string, clock: string | null): string | null {
  const time = compactTime(day.replaceAll("-", ""), clock)?.localTime ?? day;
  return time === day ? null : time;
}
