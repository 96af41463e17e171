import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Wrong } from "./breach-of.ts";
import type { DelayFacts } from "./delay.ts";
import { isOutToday } from "./sight.ts";

/** A window and the day to reckon with: the carrier's last, the learned likely one. */
export type Expectation = { readonly window: Window; readonly likelyDay: string };

const NEVER: ReadonlySet<Wrong["cause"]> = new Set(["carrier_says_lost", "probably_lost", "damaged", "returning"]);

/** The parcel will not come as it is, or nobody dares to say so: no day can be told. */
export function comesNoMore(wrong: Pick<Wrong, "cause"> | null): boolean {
  return wrong !== null && NEVER.has(wrong.cause);
}

/**
 * When it comes now: whoever tells of the delay says the day first; a window that does not reach past the broken day says
 * nothing of it. Never blank while anybody tells a day that is still ahead (product rule 3). Days before today are cut off.
 */
export function windowNow(facts: DelayFacts, wrong: Wrong | null, due: string | null): Expectation | null {
  if (comesNoMore(wrong)) return null;
  const { today } = facts;
  if (isOutToday(facts)) return { window: { fromDay: today, toDay: today }, likelyDay: today };
  const ahead = inOrder(facts, wrong).filter(({ window }) => window.toDay >= today);
  const isPast = wrong !== null && wrong.level !== "none" && due !== null;
  const best = (isPast ? ahead.find(({ window }) => window.toDay > due) : undefined) ?? ahead[0];
  if (best === undefined) return null;
  const { window, likelyDay } = best;
  return { window: { fromDay: later(window.fromDay, today), toDay: window.toDay }, likelyDay: later(likelyDay, today) };
}

function inOrder(facts: DelayFacts, wrong: Wrong | null): readonly Expectation[] {
  const carrier = byItsEnd(facts.carrierSays);
  const { learned } = facts;
  const expected =
    facts.expected?.source === "learned" && learned !== null ? learned : byItsEnd(facts.expected?.window);
  const order = [...firstFor(wrong, { carrier, learned }), expected, learned, carrier, byItsEnd(facts.promise)];
  return order.filter((one) => one !== null);
}

type Told = { readonly carrier: Expectation | null; readonly learned: Expectation | null };

function firstFor(wrong: Wrong | null, { carrier, learned }: Told): readonly (Expectation | null)[] {
  switch (wrong?.cause) {
    case "carrier_date":
      return [carrier];
    case "nearly_sure":
    case "likely":
      return [learned];
    default:
      return [];
  }
}

function byItsEnd(window: Window | null | undefined): Expectation | null {
  return window == null ? null : { window, likelyDay: window.toDay };
}

function later(day: string, other: string): string {
  return day > other ? day : other;
}
