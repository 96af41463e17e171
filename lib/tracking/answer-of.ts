import { Temporal } from "temporal-polyfill";
import type { Answer, Handover, Nearness, Window } from "./tracking-page.ts";

export type OrderFacts = {
  readonly placedOn: string;
  readonly cancelledOn: string | null;
  readonly handover: Handover;
  /** The day on which the last parcel was handed over. */
  readonly handedOverOn: string | null;
  readonly window: Window | null;
  readonly today: string;
};

/** The one sentence that the page opens with. Days compare as text, since all are `YYYY-MM-DD`. */
export function answerOf(facts: OrderFacts): Answer {
  const { handover, window } = facts;
  if (facts.cancelledOn !== null) return { kind: "cancelled", day: facts.cancelledOn, handover };
  if (window !== null && window.toDay < facts.today) return { kind: "overdue", window, handover };
  if (window !== null) return { kind: "arriving", window, when: nearnessOf(window, facts.today), handover };
  if (handover === "none") return { kind: "preparing", day: facts.placedOn };
  return { kind: "sent", day: facts.handedOverOn, handover };
}

function nearnessOf({ fromDay, toDay }: Window, today: string): Nearness {
  if (toDay === today) return "today";
  if (fromDay <= today) return "by";
  if (fromDay !== toDay) return "between";
  return Temporal.PlainDate.from(today).add({ days: 1 }).toString() === toDay ? "tomorrow" : "day";
}
