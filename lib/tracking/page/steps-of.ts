import type { OrderFacts } from "./order-answer.ts";
import type { Step } from "./tracking-page.ts";

/**
 * The few honest steps of an order that no carrier has said anything of. Without a carrier's word we never say that a
 * parcel is here: after the handover it is on its way, also when the promised day has passed.
 */
export function stepsOf(facts: OrderFacts): Step[] {
  const ordered: Step = { name: "ordered", state: "done", day: facts.placedOn };
  if (facts.cancelledOn !== null) return [ordered, { name: "cancelled", state: "current", day: facts.cancelledOn }];
  const here: Step = { name: "here", state: "later", day: null };
  if (facts.handover === "all") {
    return [
      ordered,
      { name: "sent", state: "done", day: facts.handedOverOn },
      { name: "under_way", state: "current", day: null },
      here,
    ];
  }
  const some = facts.handover === "some";
  return [
    { ...ordered, state: some ? "done" : "current" },
    { name: "sent", state: some ? "current" : "later", day: some ? facts.handedOverOn : null },
    { name: "under_way", state: "later", day: null },
    here,
  ];
}
