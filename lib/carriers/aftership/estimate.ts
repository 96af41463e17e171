import { midnightAsDay } from "#lib/carriers/midnight-as-day.ts";
import { carrierTime, timeText } from "#lib/tracking/carrier-time.ts";
import type { Estimate } from "#lib/tracking/observation.ts";
import type { AftershipDates, AftershipTracking } from "./schema.ts";

/**
 * When it is expected: what the courier itself says, else AfterShip's latest word, else its own reckoning, else the field
 * of old versions. Midnight stands for the day.
 */
export function estimateOf(tracking: AftershipTracking): Estimate | null {
  return (
    windowOf(tracking.courier_estimated_delivery_date) ??
    windowOf(tracking.latest_estimated_delivery) ??
    windowOf(tracking.aftership_estimated_delivery_date) ??
    windowOf(tracking.expected_delivery)
  );
}

/** From the earliest to the latest time, where both are there and in order; else the one time. */
function windowOf(dates: AftershipDates): Estimate | null {
  if (dates === null) return null;
  const from = pointOf(dates.datetime_min ?? dates.estimated_delivery_date_min);
  const to = pointOf(dates.datetime_max ?? dates.estimated_delivery_date_max);
  if (from !== null && to !== null && from <= to) return { from, to };
  const point = pointOf(dates.datetime ?? dates.estimated_delivery_date) ?? to ?? from;
  return point === null ? null : { from: point, to: point };
}

function pointOf(text: string | null): string | null {
  return timeText(midnightAsDay(carrierTime(text)));
}
