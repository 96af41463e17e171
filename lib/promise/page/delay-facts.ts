import { Temporal } from "temporal-polyfill";
import { daysBetween } from "#lib/promise/days-between.ts";
import type { DelayFacts, LearnedArrival } from "#lib/promise/delay/delay.ts";
import { standingPromise } from "#lib/promise/ledger.ts";
import type { Parcel, Window } from "#lib/tracking/page/tracking-page.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { KeptJudgement, KeptOrder, KeptParcel } from "./page-notice.ts";

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
 * The facts by which a parcel is judged on the page: the carrier's words as they are now, and what its last judging found that
 * they do not tell. So a day that has passed since is told at once, and what was found out before is not forgotten.
 */
export function delayFactsOf(parcel: SeenParcel, kept: KeptParcel, order: KeptOrder): DelayFacts {
  const { today, since, expected } = parcel;
  const { judgement } = kept;
  const promise = windowOf(standingPromise([...order.ledger, ...kept.ledger]));
  const why = kept.delay?.solvedOn === null ? kept.delay.reason : null;
  return {
    ...parcel,
    // A later scan that tells no reason takes none back.
    reason: parcel.reason ?? why,
    statusSinceDay: since?.day ?? null,
    handedOver: judgement?.isHandedOver === true || !WITH_SHOP.has(parcel.status),
    promise,
    expected: expectedOf(judgement, windowOf(expected), promise),
    carrierSays: windowOf(expected),
    carrierSaidFirst: (parcel.expectedBefore[0] ?? expected)?.toDay ?? null,
    learned: learnedOf(judgement),
    pLate: judgement?.late ?? null,
    pLost: judgement?.lost ?? null,
    daysSilent: since === null ? null : Math.max(0, daysBetween(since.day, today)),
    deliveredOn: parcel.delivery?.at?.day ?? null,
    triedOn: judgement?.triedOn ?? null,
    ...keptFacts(kept, order),
  };
}

/** The same of what is still with the shop, on `today` where the order goes: nobody has to be asked to see it. */
export function unsentFactsOf(today: string, kept: KeptParcel, order: KeptOrder): DelayFacts {
  const promise = windowOf(standingPromise([...order.ledger, ...kept.ledger]));
  return {
    today,
    seenUntil: today,
    status: "pending",
    statusSinceDay: null,
    handedOver: false,
    promise,
    expected: null,
    carrierSays: null,
    carrierSaidFirst: null,
    learned: null,
    pLate: null,
    pLost: null,
    daysSilent: null,
    deliveredOn: null,
    triedOn: null,
    reason: null,
    responsible: null,
    actionRequired: null,
    ...keptFacts(kept, order),
  };
}

const WITH_SHOP: ReadonlySet<Status> = new Set<Status>(["pending", "info_received", "cancelled"]);

/** What only an earlier judging knew, as far as it still stands. */
function keptFacts({ judgement, delay }: KeptParcel, { neededBy, thresholds }: KeptOrder) {
  const open = delay?.solvedOn === null ? delay : null;
  return {
    handedOverLate: open?.reason === "late_handover",
    broken: open?.isApologised === true ? open.was : null,
    neededBy,
    neededBySaid: neededBy === null ? null : ("page" as const),
    pLateNeeded: open?.cause === "needed_by" ? (judgement?.late ?? null) : null,
    silenceIsUnusual: open?.cause === "silent",
    before: open?.level ?? ("none" as const),
    thresholds,
  };
}

function expectedOf(
  judgement: KeptJudgement | null,
  carrier: Window | null,
  promise: Window | null,
): DelayFacts["expected"] {
  if (judgement?.source === "learned" && judgement.window !== null) {
    return { window: judgement.window, source: "learned" };
  }
  if (carrier !== null) return { window: carrier, source: "carrier" };
  return promise === null ? null : { window: promise, source: "promised" };
}

/** Only the window is kept: what is likely lies in its middle. */
function learnedOf(judgement: KeptJudgement | null): LearnedArrival | null {
  if (judgement?.source !== "learned" || judgement.window === null) return null;
  const { window } = judgement;
  const half = Math.floor(daysBetween(window.fromDay, window.toDay) / 2);
  return { window, likelyDay: Temporal.PlainDate.from(window.fromDay).add({ days: half }).toString() };
}

function windowOf(window: Window | null): Window | null {
  return window === null ? null : { fromDay: window.fromDay, toDay: window.toDay };
}
