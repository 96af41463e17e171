import type { Tally } from "#lib/promise/numbers/span-numbers.ts";
import type { Answer } from "#lib/tracking/page/tracking-page.ts";

/** What a page said, in as many words as a shop wants to tell apart. */
export const VIEW_STATES = [
  "preparing",
  "under_way",
  "today",
  "pickup",
  "delivered",
  "late",
  "trouble",
  "over",
] as const;
export type ViewState = (typeof VIEW_STATES)[number];

const OF_ANSWER: Readonly<Record<Answer["kind"], ViewState>> = {
  preparing: "preparing",
  sent: "under_way",
  arriving: "under_way",
  moving: "under_way",
  out_for_delivery: "today",
  overdue: "late",
  delayed: "late",
  held: "trouble",
  attempt_failed: "trouble",
  lost: "trouble",
  returning: "trouble",
  returned: "trouble",
  stopped: "trouble",
  expired: "trouble",
  available_for_pickup: "pickup",
  delivered: "delivered",
  partly_delivered: "delivered",
  cancelled: "over",
};

/** Views by these states, in their order; what an older version noted and nobody says any more is left out. */
export function byViewState(
  tallies: readonly Tally[],
): readonly { readonly state: ViewState; readonly count: number }[] {
  const states: ReadonlyMap<string, ViewState> = new Map(Object.entries(OF_ANSWER));
  return VIEW_STATES.map((state) => ({
    state,
    count: tallies.filter(({ key }) => states.get(key) === state).reduce((sum, { count }) => sum + count, 0),
  }));
}

/** How many of them were of something late or wrong. */
export function inTrouble(tallies: readonly Tally[]): number {
  return byViewState(tallies)
    .filter(({ state }) => state === "late" || state === "trouble")
    .reduce((sum, { count }) => sum + count, 0);
}
