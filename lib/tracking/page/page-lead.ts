import { answerRank } from "./answer-rank.ts";
import { type OrderFacts, orderAnswer } from "./order-answer.ts";
import type { Answer, Parcel } from "./tracking-page.ts";

/** What the page opens with: the answer, and the parcel it is about, if any. */
export type Lead = { readonly answer: Answer; readonly parcel: Parcel | null };

/** Parcels with the one in trouble first, then as they were handed over. */
export function inTroubleFirst(parcels: readonly Parcel[]): readonly Parcel[] {
  return parcels.toSorted((a, b) => answerRank(a.answer) - answerRank(b.answer) || a.number - b.number);
}

/**
 * Of all parcels and what is still with the shop, the one that has to be told first. An order of which nothing but a part
 * has arrived is never said to have arrived.
 */
export function leadOf(parcels: readonly Parcel[], facts: OrderFacts): Lead {
  const rest = orderAnswer(facts);
  const [first] = inTroubleFirst(parcels);
  if (facts.cancelledOn !== null || first === undefined) return { answer: rest, parcel: null };
  if (facts.handover === "all")
    return ofParcel(first.answer.kind === "delivered" ? lastDelivered(parcels, first) : first);
  if (first.answer.kind === "delivered" && rest.kind === "preparing") {
    return { answer: { kind: "partly_delivered", day: first.answer.day }, parcel: null };
  }
  return answerRank(rest) < answerRank(first.answer) || first.answer.kind === "delivered"
    ? { answer: rest, parcel: null }
    : ofParcel(first);
}

function ofParcel(parcel: Parcel): Lead {
  return { answer: parcel.answer, parcel };
}

/** Once all have arrived, the order arrived with the last of them. */
function lastDelivered(parcels: readonly Parcel[], first: Parcel): Parcel {
  return parcels.reduce((last, parcel) => (deliveryDay(parcel) > deliveryDay(last) ? parcel : last), first);
}

function deliveryDay({ answer }: Parcel): string {
  return answer.kind === "delivered" ? (answer.day ?? "") : "";
}
