import { Temporal } from "temporal-polyfill";
import type { Draft } from "./drafts.ts";

/**
 * By how many whole weeks a file moves so that its newest entry comes as near to yesterday as weekdays allow
 * (yesterday, or up to six days before it). May be negative for a file from the future.
 */
export function weeksUntilYesterday(newest: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return Math.floor((newest.until(today, { largestUnit: "day" }).days - 1) / 7);
}

const LAST_DAY = "2200-01-01";

/** Moves every date of a draft by whole weeks, so weekdays stay; times of day stay in UTC. */
export function shiftDraft(draft: Draft, weeks: number): Draft {
  if (weeks === 0) return draft;
  const at = (instant: string) =>
    Temporal.Instant.from(instant)
      .add({ hours: weeks * 168 })
      .toString();
  const atOrNull = (instant: string | null) => (instant === null ? null : at(instant));
  // A day beyond 2200 means "never" and stays.
  const on = (day: string) => (day > LAST_DAY ? day : Temporal.PlainDate.from(day).add({ weeks }).toString());
  const onOrNull = (day: string | null) => (day === null ? null : on(day));
  switch (draft.kind) {
    case "order":
      return {
        ...draft,
        placedAt: at(draft.placedAt),
        cancelledAt: atOrNull(draft.cancelledAt),
        neededBy: onOrNull(draft.neededBy),
        promise: draft.promise && { fromDay: on(draft.promise.fromDay), toDay: on(draft.promise.toDay) },
      };
    case "shipment":
      return { ...draft, shippedAt: atOrNull(draft.shippedAt) };
    case "review":
      return { ...draft, reviewedAt: at(draft.reviewedAt) };
    case "subscription":
      return { ...draft, startedOn: on(draft.startedOn), nextOn: onOrNull(draft.nextOn) };
    case "loyalty":
      return { ...draft, lots: draft.lots.map((lot) => ({ ...lot, expiresOn: onOrNull(lot.expiresOn) })) };
    case "return":
      return { ...draft, returnedAt: at(draft.returnedAt) };
    case "consent":
      return { ...draft, recordedAt: at(draft.recordedAt) };
    case "product":
      return draft;
  }
}
