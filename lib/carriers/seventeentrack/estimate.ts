import { midnightAsDay } from "#lib/carriers/midnight-as-day.ts";
import { carrierTime, timeText } from "#lib/tracking/carrier-time.ts";
import type { Estimate } from "#lib/tracking/observation.ts";
import type { SeventeentrackInfo } from "./schema.ts";

/** When it is expected, from whomever 17TRACK has it. Midnight stands for the day; of ends in the wrong order the last counts. */
export function estimateOf({ time_metrics: { estimated_delivery_date } }: SeventeentrackInfo): Estimate | null {
  const from = pointOf(estimated_delivery_date.from);
  const to = pointOf(estimated_delivery_date.to);
  const end = to ?? from;
  if (end === null) return null;
  return from !== null && from <= end ? { from, to: end } : { from: end, to: end };
}

function pointOf(text: string | null): string | null {
  return timeText(midnightAsDay(carrierTime(text)));
}
