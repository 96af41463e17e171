import { daysBetween } from "#lib/promise/days-between.ts";
import type { DelayFacts } from "./delay.ts";

/** The carrier answered yesterday or today, so that no news means that nothing happened. */
export function isSeen({ seenUntil, today }: DelayFacts): boolean {
  return seenUntil !== null && daysBetween(seenUntil, today) <= 1;
}

/** The day was over while the parcel was seen to be still open. That a day passed unseen proves nothing. */
export function isSeenAfter({ seenUntil, today }: DelayFacts, day: string): boolean {
  return seenUntil !== null && seenUntil > day && today > day;
}

/** On the van today: that is today's word only, an earlier day's says no more than that the parcel is on its way. */
export function isOutToday({
  status,
  statusSinceDay,
  today,
}: Pick<DelayFacts, "status" | "statusSinceDay" | "today">): boolean {
  return status === "out_for_delivery" && (statusSinceDay === null || statusSinceDay >= today);
}
