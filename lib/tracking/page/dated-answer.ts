import { Temporal } from "temporal-polyfill";
import { promisedArrival } from "./local-times.ts";
import type { Answer, Arrival, Handover, Nearness, Source, Window } from "./tracking-page.ts";

export type Dates = {
  readonly promise: Window | null;
  /** The carrier's newest word. */
  readonly expected: Arrival | null;
  readonly today: string;
};

/** The day that is still ahead: the carrier's before the shop's (product rule 3). Days compare as text: all are `YYYY-MM-DD`. */
export function dayAhead({
  promise,
  expected,
  today,
}: Dates): { readonly window: Arrival; readonly source: Source } | null {
  if (expected !== null && expected.toDay >= today) return { window: expected, source: "carrier" };
  if (promise !== null && promise.toDay >= today) return { window: promisedArrival(promise), source: "promise" };
  return null;
}

/**
 * The answer of what is on its way, by its date: late as soon as the promised day is over, or the carrier's where nothing
 * was promised. Null where nobody ever told a day. `seenUntil`: the days before it are known, as far as anybody asks.
 */
export function datedAnswer(
  facts: Dates & { readonly handover: Handover; readonly seenUntil: string | null },
): Extract<Answer, { kind: "arriving" | "overdue" }> | null {
  const { promise, expected, today, handover, seenUntil } = facts;
  const isSeen = (day: string) => seenUntil !== null && seenUntil > day;
  const ahead = dayAhead(facts);
  const broken = promise !== null && promise.toDay < today ? promise : null;
  if (broken !== null) {
    return { kind: "overdue", window: broken, expected: ahead?.window ?? null, handover, seen: isSeen(broken.toDay) };
  }
  if (ahead !== null) return { kind: "arriving", ...ahead, when: nearnessOf(ahead.window, today), handover };
  if (expected === null) return null;
  const window = { fromDay: expected.fromDay, toDay: expected.toDay };
  return { kind: "overdue", window, expected: null, handover, seen: isSeen(window.toDay) };
}

/** How a window that has not passed stands to today. */
export function nearnessOf({ fromDay, toDay }: Window, today: string): Nearness {
  if (toDay === today) return "today";
  if (fromDay <= today) return "by";
  if (fromDay !== toDay) return "between";
  return Temporal.PlainDate.from(today).add({ days: 1 }).toString() === toDay ? "tomorrow" : "day";
}
