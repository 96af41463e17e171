import { promisedArrival, wholeDay } from "./local-times.ts";
import { isGraveReason } from "./parcel-answer.ts";
import type { Arrival, TrackingPage } from "./tracking-page.ts";

/**
 * The window that belongs into a calendar: what the page's own headline says of the arrival, or the last day on which a
 * parcel can be collected. Null where no day is told, where it may well be another, or where it has passed.
 */
export function calendarWindowOf({ answer, today }: Pick<TrackingPage, "answer" | "today">): Arrival | null {
  const window = windowOf(answer, today);
  return window === null || window.toDay < today ? null : window;
}

function windowOf(answer: TrackingPage["answer"], today: string): Arrival | null {
  switch (answer.kind) {
    case "arriving":
      return answer.window;
    case "overdue":
      return answer.expected;
    case "delayed":
      return promisedArrival(answer.window);
    case "out_for_delivery":
      return answer.window ?? wholeDay(today);
    case "held":
      return answer.source === "carrier" && !isGraveReason(answer.reason) ? answer.window : null;
    case "attempt_failed":
      return answer.again;
    case "available_for_pickup":
      return answer.untilDay === null ? null : wholeDay(answer.untilDay);
    default:
      return null;
  }
}
