import type { DelayFacts } from "#lib/promise/delay/delay.ts";
import { delayFacts } from "#lib/promise/judging/delay-facts.ts";
import { lastingReason } from "#lib/promise/judging/delay-record.ts";
import { NOTHING_BELIEVED } from "#lib/promise/judging/expectation.ts";
import { NOT_HANDED_OVER, STAYS_ARRIVED } from "#lib/promise/judging/parcel-seen.ts";
import { unsentFacts } from "#lib/promise/judging/unsent-facts.ts";
import { standingPromise } from "#lib/promise/ledger.ts";
import { dayOfInstant } from "#lib/tracking/page/local-times.ts";
import type { Parcel, Window } from "#lib/tracking/page/tracking-page.ts";
import type { KeptOrder, KeptParcel } from "./page-notice.ts";

/** What a page knows of a parcel by its carrier's words. */
export type SeenParcel = Pick<
  Parcel,
  | "number"
  | "zone"
  | "today"
  | "status"
  | "since"
  | "expected"
  | "expectedBefore"
  | "delivery"
  | "reason"
  | "responsible"
  | "actionRequired"
  | "seenUntil"
>;

/**
 * The facts by which a parcel is judged on the page: the carrier's words as they are now, and what its last judging believed. So
 * a day that has passed since is told at once, and all else as it was judged.
 */
export function delayFactsOf(parcel: SeenParcel, kept: KeptParcel, order: KeptOrder): DelayFacts {
  const { today, zone, status, since, seenUntil, reason, responsible, actionRequired } = parcel;
  const { judgement } = kept;
  const newsAt = judgement?.newsAt ?? null;
  return delayFacts({
    ...{ today, status, seenUntil, reason, responsible, actionRequired },
    newsDay: newsAt === null ? (since?.day ?? null) : dayOfInstant(newsAt, zone),
    statusSinceDay: since?.day ?? null,
    handedOver: judgement?.isHandedOver === true || !NOT_HANDED_OVER.has(status),
    carrierSays: windowOf(parcel.expected),
    carrierSaidFirst: (parcel.expectedBefore[0] ?? parcel.expected)?.toDay ?? null,
    arrivedOn: STAYS_ARRIVED.has(status) ? (judgement?.arrivedOn ?? parcel.delivery?.at?.day ?? null) : null,
    triedOn: judgement?.triedOn ?? null,
    belief: judgement?.belief ?? NOTHING_BELIEVED,
    ...keptFacts(kept, order),
  });
}

/** The same of what is still with the shop, on `today` where the order goes: nobody has to be asked to see it. */
export function unsentFactsOf(today: string, kept: KeptParcel, order: KeptOrder): DelayFacts {
  return unsentFacts({ today, ...keptFacts(kept, order) });
}

/** What an earlier judging said, as far as it still stands, and what the order itself says. */
function keptFacts({ delay, ledger }: KeptParcel, { neededBy, neededBySaid, thresholds, ledger: ofOrder }: KeptOrder) {
  const open = delay?.solvedOn === null ? delay : null;
  return {
    promise: windowOf(standingPromise([...ofOrder, ...ledger])),
    ...{ neededBy, neededBySaid, thresholds },
    before: open?.level ?? ("none" as const),
    broken: open?.isApologised === true ? open.was : null,
    why: lastingReason(open === null ? null : { ...open, isSolved: false }),
  };
}

function windowOf(window: Window | null): Window | null {
  return window === null ? null : { fromDay: window.fromDay, toDay: window.toDay };
}
