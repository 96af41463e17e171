import type { Promised } from "#lib/promise/ledger.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Reason } from "#lib/tracking/reason.ts";

/** When and why a word is told now: an ISO instant, and what is wrong with the parcel. */
export type Telling = { readonly saidAt: string; readonly reason: Reason | null };

/** The carrier's newest window as a word of the ledger, where that does not say it yet. */
export function carrierWord(
  ledger: readonly Promised[],
  carrier: Window | null,
  telling: Telling,
): readonly Promised[] {
  const before = ledger.findLast(({ saidBy }) => saidBy === "carrier");
  if (carrier === null || (before?.fromDay === carrier.fromDay && before.toDay === carrier.toDay)) return [];
  return [{ fromDay: carrier.fromDay, toDay: carrier.toDay, saidBy: "carrier", ...telling }];
}

/** The learned window that the shopper sees, likewise. One that only begins later, as each day passes, is no new word. */
export function learnedWord(
  ledger: readonly Promised[],
  learned: Window | null,
  telling: Telling,
): readonly Promised[] {
  const before = ledger.findLast(({ saidBy }) => saidBy === "learned");
  if (learned === null || before?.toDay === learned.toDay) return [];
  return [{ fromDay: learned.fromDay, toDay: learned.toDay, saidBy: "learned", ...telling }];
}
