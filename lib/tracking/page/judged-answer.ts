import { nearnessOf } from "./dated-answer.ts";
import { promisedArrival } from "./local-times.ts";
import { isGraveReason } from "./parcel-answer.ts";
import type { Answer, Handover, Window } from "./tracking-page.ts";

/** How a parcel stands to what was promised, as far as its answer needs it. `window` is null where it says nothing new. */
export type Judgement = {
  readonly level: "none" | "calm" | "apology";
  readonly window: Window | null;
  /** The promised day has passed. */
  readonly isOver: boolean;
};

/**
 * The answer with what is believed of the arrival: where all is well the learned window, else that it comes later. What will
 * not come as it is, is at the door or waits for somebody is said as it is.
 */
export function judgedAnswer(
  answer: Answer,
  judgement: Judgement | null,
  { today, handover }: { readonly today: string; readonly handover: Handover },
): Answer {
  if (judgement === null || judgement.window === null || !hangsOnDay(answer)) return answer;
  const { level, window, isOver } = judgement;
  if (level !== "none") {
    return { kind: "delayed", tone: level === "calm" ? "calm" : "sorry", window, isOver, handover };
  }
  if (answer.kind === "held" || hasHours(answer)) return answer;
  const when = nearnessOf(window, today);
  return { kind: "arriving", window: promisedArrival(window), source: "learned", when, handover };
}

function hangsOnDay(answer: Answer): boolean {
  switch (answer.kind) {
    case "arriving":
    case "moving":
    case "overdue":
    case "sent":
      return true;
    case "held":
      return !isGraveReason(answer.reason);
    default:
      return false;
  }
}

/** Nobody reckons closer than a carrier that tells the hour. */
function hasHours(answer: Answer): boolean {
  return answer.kind === "arriving" && answer.window.toTime !== null;
}
