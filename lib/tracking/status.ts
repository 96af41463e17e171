/** Where a parcel can be, in the order of a journey. The order is for display and ties only: states follow time, not rank. */
export const STATUSES = [
  "pending",
  "info_received",
  "picked_up",
  "in_transit",
  "customs",
  "out_for_delivery",
  "attempt_failed",
  "available_for_pickup",
  "delivered",
  "exception",
  "lost",
  "returning",
  "returned",
  "cancelled",
  "expired",
] as const;

export type Status = (typeof STATUSES)[number];

/** The place of a status in the list above: what decides between observations that nothing else tells apart. */
export function statusRank(status: Status): number {
  return STATUSES.indexOf(status);
}
