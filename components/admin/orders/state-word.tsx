import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { Status } from "#lib/tracking/status.ts";

const TONES: Readonly<Record<Status, "quiet" | "moving" | "act" | "good">> = {
  pending: "quiet",
  info_received: "quiet",
  picked_up: "moving",
  in_transit: "moving",
  customs: "moving",
  out_for_delivery: "moving",
  attempt_failed: "act",
  available_for_pickup: "moving",
  delivered: "good",
  exception: "act",
  lost: "act",
  returning: "act",
  returned: "quiet",
  cancelled: "quiet",
  expired: "act",
};

/** A parcel's status in a word, with a mark whose shape tells it too: hollow, half, full, or a corner for trouble. */
export function StateWord({ say, status }: { readonly say: DeskSay; readonly status: Status }) {
  return <span className={`state state-${TONES[status]}`}>{say(`orders.status.${status}`)}</span>;
}
