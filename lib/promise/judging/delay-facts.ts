import { daysBetween } from "#lib/promise/days-between.ts";
import type { DelayFacts } from "#lib/promise/delay/delay.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Reason, Responsible } from "#lib/tracking/reason.ts";
import type { KeptBelief } from "./expectation.ts";

/** Why a parcel was at risk or late when that was last said. */
export type Why = { readonly reason: Reason; readonly responsible: Responsible | null };

/** What is known of a parcel at a moment, from its judging or from a view of its page. Days are those of where it goes. */
export type KnownParcel = Omit<
  DelayFacts,
  | "handedOverLate"
  | "expected"
  | "learned"
  | "pLate"
  | "pLateNeeded"
  | "pLost"
  | "daysSilent"
  | "silenceIsUnusual"
  | "deliveredOn"
> & {
  /** The newest thing that its carrier told of. */
  readonly newsDay: string | null;
  readonly arrivedOn: string | null;
  readonly belief: KeptBelief;
  readonly why: Why | null;
};

/**
 * The facts by which a parcel is judged. Made here only, with what is believed as it is kept: so the page, which asks no model,
 * says of a parcel what its judging said.
 */
export function delayFacts({ newsDay, arrivedOn, belief, why, ...known }: KnownParcel): DelayFacts {
  const { today, status, reason, responsible } = known;
  const isExplained = reason !== null || responsible !== null;
  return {
    ...known,
    ...(isExplained || why === null ? {} : why),
    handedOverLate: belief.handedOverLate,
    expected: expectedOf(belief, known),
    learned: learnedOf(belief),
    pLate: belief.late,
    pLateNeeded: known.neededBy === null ? null : belief.lateNeeded,
    pLost: belief.lost,
    daysSilent: newsDay === null ? null : Math.max(0, daysBetween(newsDay, today)),
    silenceIsUnusual: belief.silenceUnusual,
    deliveredOn: status === "available_for_pickup" ? null : arrivedOn,
  };
}

/** Where no learned window is shown, the carrier's and the shop's are taken as they are now. */
function expectedOf(
  { source, fromDay, toDay }: KeptBelief,
  { carrierSays, promise, today }: Pick<KnownParcel, "carrierSays" | "promise" | "today">,
): DelayFacts["expected"] {
  const isAhead = (window: Window | null): window is Window => window !== null && window.toDay >= today;
  if (source === "learned" && fromDay !== null && toDay !== null) return { window: { fromDay, toDay }, source };
  if (isAhead(carrierSays)) return { window: carrierSays, source: "carrier" };
  return isAhead(promise) ? { window: promise, source: "promised" } : null;
}

function learnedOf({ learnedFrom, learnedTo, learnedDay }: KeptBelief): DelayFacts["learned"] {
  if (learnedFrom === null || learnedTo === null || learnedDay === null) return null;
  return { window: { fromDay: learnedFrom, toDay: learnedTo }, likelyDay: learnedDay };
}
