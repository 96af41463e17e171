import type { Turn } from "#db/queries/turn-desk-item.ts";

/** Which sentence tells of a turn: `queue.said.*` of the desk's words. */
export function saidOf(turn: Turn): "assigned" | "unassigned" | "snoozed" | "woken" | "resolved" | "reopened" {
  switch (turn.kind) {
    case "assign":
      return turn.to === null ? "unassigned" : "assigned";
    case "snooze":
      return turn.until === null ? "woken" : "snoozed";
    case "resolve":
      return "resolved";
    case "reopen":
      return "reopened";
  }
}
