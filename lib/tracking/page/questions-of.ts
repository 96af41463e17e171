import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Reason } from "#lib/tracking/reason.ts";
import type { Answer, TrackingPage } from "./tracking-page.ts";

/** A question that people ask, by the name of its words. */
export type Question =
  | "address"
  | "addressSent"
  | "back"
  | "cancel"
  | "collector"
  | "customs"
  | "hour"
  | "late"
  | "lateKnown"
  | "longer"
  | "notHome"
  | "now"
  | "parts"
  | "refund"
  | "sendBack"
  | "silence"
  | "unscanned"
  | "using"
  | "whenSent"
  | "whose"
  | "whyCancelled";

const MOST = 3;

/** The three questions that people ask in this very state, most asked first; each has an answer from the order. */
export function questionsOf(page: TrackingPage): readonly Question[] {
  const parts: Question[] = page.parcels.length > 1 ? ["parts"] : [];
  return [...askedOf(page.answer, page), ...parts, "whose" as const].slice(0, MOST);
}

function askedOf(answer: Answer, page: TrackingPage): Question[] {
  switch (answer.kind) {
    case "preparing":
      return withShopAsked(page);
    case "arriving":
      return page.answerParcel === null ? withShopAsked(page) : arrivingAsked(answer, page);
    case "sent":
      return ["silence", "notHome", "addressSent"];
    case "moving":
      return movingAsked(answer.status);
    case "out_for_delivery":
      return [...hour(answer.window), "notHome", "addressSent"];
    case "attempt_failed":
      return ["notHome", "addressSent"];
    case "available_for_pickup":
      return ["collector", "longer"];
    case "delayed":
      return answer.tone === "calm"
        ? ["silence", "notHome", "addressSent"]
        : [hasReason(page) ? "lateKnown" : "late", "now", "silence"];
    case "overdue":
      return page.answerParcel === null
        ? withShopAsked(page)
        : [hasReason(page) ? "lateKnown" : "late", "now", "silence"];
    case "held":
      return heldAsked(answer.reason, page);
    case "lost":
    case "expired":
      return ["now", "refund"];
    case "returning":
    case "returned":
      return hasReason(page) ? ["now", "refund"] : ["back", "refund"];
    case "stopped":
      return ["now", "refund"];
    case "cancelled":
      return ["refund", "whyCancelled"];
    case "partly_delivered":
      return withShopAsked(page);
    case "delivered":
      return ["sendBack", "using"];
    default:
      return assertNever(answer);
  }
}

/** What is still with the shop: no carrier has it, so none is named. What is sent in part can be cancelled no more as a whole. */
function withShopAsked({ parcels }: TrackingPage): Question[] {
  return parcels.length === 0 ? ["whenSent", "address", "cancel"] : ["whenSent", "address"];
}

/** What comes no more as it is, is not waited for: nobody asks for its next scan. */
function heldAsked(reason: Reason | null, { parcels, answerParcel }: TrackingPage): Question[] {
  if (parcels.some(({ number, status }) => number === answerParcel && status === "customs")) return ["customs", "now"];
  return isEnd(reason) ? ["now", "refund"] : ["now", "silence"];
}

/** A parcel that is held up for this comes no more as it is. */
export function isEnd(reason: Reason | null): boolean {
  return reason === "damaged" || reason === "prohibited" || reason === "refused";
}

function arrivingAsked(answer: Extract<Answer, { kind: "arriving" }>, page: TrackingPage): Question[] {
  const isLabelOnly = page.parcels.some(({ number, status }) => number === page.answerParcel && isUnscanned(status));
  return isLabelOnly ? ["unscanned", "notHome", "addressSent"] : [...hour(answer.window), "notHome", "silence"];
}

function movingAsked(status: Extract<Answer, { kind: "moving" }>["status"]): Question[] {
  switch (status) {
    case "info_received":
      return ["unscanned", "addressSent", "notHome"];
    case "customs":
      return ["customs", "silence", "notHome"];
    case "picked_up":
    case "in_transit":
      return ["silence", "notHome", "addressSent"];
    default:
      return assertNever(status);
  }
}

/** Where hours are told, nobody has to ask for them. */
function hour(window: { readonly toTime: string | null } | null): Question[] {
  return window === null || window.toTime === null ? ["hour"] : [];
}

function isUnscanned(status: string): boolean {
  return status === "pending" || status === "info_received";
}

function hasReason({ parcels, answerParcel }: TrackingPage): boolean {
  return parcels.some(({ number, reason }) => number === answerParcel && reason !== null && reason !== "other");
}
