import { datedAnswer } from "./dated-answer.ts";
import type { Answer, Handover, Window } from "./tracking-page.ts";

export type OrderFacts = {
  readonly placedOn: string;
  readonly cancelledOn: string | null;
  readonly handover: Handover;
  /** The day on which the last parcel was handed over. */
  readonly handedOverOn: string | null;
  readonly promise: Window | null;
  readonly today: string;
};

/** What is said of an order, or of the part still with the shop, that no carrier has said anything of. */
export function orderAnswer(facts: OrderFacts): Answer {
  const { handover, promise } = facts;
  if (facts.cancelledOn !== null) return { kind: "cancelled", day: facts.cancelledOn, handover };
  const { today } = facts;
  const dated = datedAnswer({ promise, expected: null, today, handover, seenUntil: handover === "all" ? null : today });
  if (dated !== null) return dated;
  if (handover !== "all") return { kind: "preparing", day: facts.placedOn };
  return { kind: "sent", day: facts.handedOverOn, handover };
}
