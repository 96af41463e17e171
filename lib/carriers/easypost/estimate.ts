import { midnightAsDay } from "#lib/carriers/midnight-as-day.ts";
import { carrierTime, timeText, wallTime } from "#lib/tracking/carrier-time.ts";
import type { Estimate } from "#lib/tracking/observation.ts";
import type { EasypostTracker } from "./schema.ts";

type Dates = Pick<EasypostTracker, "est_delivery_date" | "carrier_detail">;

/**
 * When the carrier expects to deliver: by the clock of the destination where EasyPost passes that on, else as the instant
 * that it made of it, else as guaranteed. Midnight stands for the day.
 */
export function estimateOf({ est_delivery_date, carrier_detail }: Dates): Estimate | null {
  const { est_delivery_date_local, est_delivery_time_local, guaranteed_delivery_date } = carrier_detail;
  const point =
    localPoint(est_delivery_date_local, est_delivery_time_local) ??
    timeText(midnightAsDay(carrierTime(est_delivery_date))) ??
    timeText(midnightAsDay(carrierTime(guaranteed_delivery_date)));
  return point === null ? null : { from: point, to: point };
}

/** A local day with the time beside it, or with its own. */
function localPoint(date: string | null, time: string | null): string | null {
  const day = midnightAsDay(wallTime(date))?.localTime ?? null;
  if (day === null || time === null) return day;
  return midnightAsDay(wallTime(`${day.slice(0, 10)}T${time}`))?.localTime ?? day;
}
