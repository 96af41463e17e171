import type { Delay } from "#lib/promise/delay/delay.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import type { Judgement } from "#lib/tracking/page/judged-answer.ts";
import { delayFactsOf, type SeenParcel } from "./delay-facts.ts";
import { type KeptOrder, NOTHING_KEPT } from "./page-notice.ts";

/** What a parcel's delay changes about its answer; null where nothing was promised for it and nothing learned. */
export function judgementOf(parcel: SeenParcel, order: KeptOrder): Judgement {
  const kept = order.parcels.get(parcel.number) ?? NOTHING_KEPT;
  const facts = delayFactsOf(parcel, kept, order);
  const delay = delayOf(facts);
  const isOver = delay.was !== null && delay.was.toDay < facts.today;
  const learned = facts.expected?.source === "learned" ? facts.expected.window : null;
  const window = delay.level === "none" ? modest(learned, delay, facts.today) : moved(delay);
  return { level: delay.level, window, isOver };
}

/** A window that says more than the promise and nothing against it: who is on time never reads of a delay (product rule 6). */
function modest(learned: Delay["now"], { was, arrived }: Delay, today: string): Delay["now"] {
  if (learned === null || arrived || learned.toDay < today) return null;
  return was !== null && learned.toDay > was.toDay ? null : learned;
}

/** Only a window that reaches past what was told is a new one. */
function moved({ now, was }: Delay): Delay["now"] {
  return now !== null && was !== null && now.toDay <= was.toDay ? null : now;
}
