import { assertNever } from "#lib/kernel/assert-never.ts";
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
  | "notHome"
  | "now"
  | "parts"
  | "refund"
  | "silence"
  | "unscanned"
  | "whenSent"
  | "whose";

const MOST = 3;

/** The three questions that people ask in this very state, most asked first; each has an answer from the order. */
export function questionsOf(page: TrackingPage): readonly Question[] {
  const parts: Question[] = page.parcels.length > 1 ? ["parts"] : [];
  return [...askedOf(page.answer, page), ...parts, "whose" as const].slice(0, MOST);
}

function askedOf(answer: Answer, page: TrackingPage): Question[] {
  switch (answer.kind) {
    case "preparing":
      return ["whenSent", "address", "cancel"];
    case "arriving":
      return arrivingAsked(answer, page);
    case "sent":
      return ["silence", "notHome", "addressSent"];
    case "moving":
      return movingAsked(answer.status);
    case "out_for_delivery":
      return [...hour(answer.window), "notHome", "addressSent"];
    case "attempt_failed":
      return ["notHome", "addressSent"];
    case "available_for_pickup":
      return ["collector"];
    case "overdue":
      return [hasReason(page) ? "lateKnown" : "late", "now", answer.handover === "none" ? "cancel" : "silence"];
    case "held":
      return page.parcels.some(({ status }) => status === "customs") ? ["customs", "now"] : ["now", "silence"];
    case "lost":
    case "expired":
      return ["now", "refund"];
    case "returning":
    case "returned":
      return hasReason(page) ? ["now", "refund"] : ["back", "refund"];
    case "stopped":
    case "cancelled":
      return ["refund"];
    case "partly_delivered":
      return ["whenSent", "address"];
    case "delivered":
      return [];
    default:
      return assertNever(answer);
  }
}

function arrivingAsked(answer: Extract<Answer, { kind: "arriving" }>, page: TrackingPage): Question[] {
  if (answer.handover === "none") return ["whenSent", "address", "cancel"];
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
