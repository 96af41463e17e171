import type { Status } from "./status.ts";

/**
 * How much news of a parcel matters when there are too few calls: 0 somebody waits at the door, or news is announced; 1 it
 * goes wrong, or is expected today; 2 it is under way; 3 nothing happens. Who goes first among them: `claimDue`.
 */
export type Urgency = 0 | 1 | 2 | 3;

const OF_STATUS: Readonly<Record<Status, Urgency>> = {
  out_for_delivery: 0,
  attempt_failed: 1,
  exception: 1,
  pending: 2,
  picked_up: 2,
  in_transit: 2,
  customs: 2,
  available_for_pickup: 2,
  returning: 3,
  info_received: 3,
  lost: 3,
  expired: 3,
  delivered: 3,
  returned: 3,
  cancelled: 3,
};

/** The urgency of the next look at a parcel. */
export function urgencyOf(
  status: Status,
  { isExpectedToday, isLongOut }: { readonly isExpectedToday: boolean; readonly isLongOut: boolean },
): Urgency {
  const urgency = OF_STATUS[status];
  if (isLongOut) return 1;
  return isExpectedToday && urgency === 2 ? 1 : urgency;
}
