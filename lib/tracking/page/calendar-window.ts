import type { Arrival, TrackingPage } from "./tracking-page.ts";

/**
 * The window that belongs into a calendar: what the page's own headline says of the arrival, or until when a parcel can be
 * collected. Null where no day is told or it has passed.
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
    case "out_for_delivery":
      return answer.window ?? wholeDay(today);
    case "attempt_failed":
      return answer.again;
    default:
      return null;
  }
}

function wholeDay(day: string): Arrival {
  return { fromDay: day, toDay: day, fromTime: null, toTime: null };
}
