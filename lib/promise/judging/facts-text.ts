import type { Status } from "#lib/tracking/status.ts";
import type { TrackingState } from "#lib/tracking/tracking-state.ts";

/** Of these statuses the day counts: on the van today is not on the van yesterday. */
const DATED: ReadonlySet<Status> = new Set([
  "out_for_delivery",
  "attempt_failed",
  "available_for_pickup",
  "delivered",
  "returning",
  "returned",
]);
/** Raised where more is read from the same scans, so that every parcel is judged once more. */
const VERSION = "1";

/**
 * What a parcel's promise is judged by, as a short text to compare: another text is a reason to judge it anew. One more scan
 * on the way changes nothing in it, so that an ordinary check costs nothing more.
 */
export function factsText(state: TrackingState): string {
  const { status, since, estimate, reason, responsible, actionRequired, milestones, delivery } = state;
  const parts = [
    VERSION,
    status,
    DATED.has(status) ? (since?.localTime ?? since?.instant)?.slice(0, 10) : null,
    estimate?.from,
    estimate?.to === estimate?.from ? null : estimate?.to,
    reason,
    responsible,
    actionRequired,
    milestones.find((milestone) => milestone.status !== "pending" && milestone.status !== "info_received")?.status,
    delivery?.at,
  ];
  return parts.map((part) => part ?? "").join("|");
}
