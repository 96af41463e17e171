import { apologyOf } from "#lib/promise/apology/apology-of.ts";
import type { DelayFacts } from "#lib/promise/delay/delay.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import { isOutToday } from "#lib/promise/delay/sight.ts";
import { openAfter } from "#lib/promise/remedy/choice-after.ts";
import { remediesFor } from "#lib/promise/remedy/remedies-for.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { delayFactsOf, unsentFactsOf } from "./delay-facts.ts";
import { type KeptOrder, type KeptParcel, NOTHING_KEPT, type PageNotice } from "./page-notice.ts";

/**
 * What the page says and offers about each parcel that is or was at risk or late, in the page's order, and about what is still
 * with the shop. Empty for most orders, and for one that was cancelled.
 */
export function pageNotices(page: TrackingPage, order: KeptOrder): readonly PageNotice[] {
  if (page.answer.kind === "cancelled") return [];
  const ofParcels = page.parcels.map((parcel) => {
    const kept = order.parcels.get(parcel.number) ?? NOTHING_KEPT;
    return noticeOf(parcel.number, { facts: delayFactsOf(parcel, kept, order), kept, order });
  });
  const isWaiting = page.parcels.length === 0 || page.waiting.length > 0;
  const kept = order.parcels.get(null) ?? NOTHING_KEPT;
  const unsent = isWaiting ? [noticeOf(null, { facts: unsentFactsOf(page.today, kept, order), kept, order })] : [];
  return [...ofParcels, ...unsent].filter(({ notice, gift, chosen }) => notice ?? gift ?? chosen);
}

/** The notice that stands in the page's answer: the one of what the answer is about, else the first. */
export function leadNotice(page: TrackingPage, notices: readonly PageNotice[]): PageNotice | null {
  const said = notices.filter(({ notice }) => notice !== null);
  const own = notices.find(({ parcel }) => parcel === page.answerParcel);
  return said.find((each) => each === own) ?? said[0] ?? own ?? notices[0] ?? null;
}

type About = { readonly facts: DelayFacts; readonly kept: KeptParcel; readonly order: KeptOrder };

function noticeOf(parcel: number | null, { facts, kept, order }: About): PageNotice {
  const delay = delayOf(facts);
  const { tier, hasSupport, remedies: rules } = order;
  const { status, actionRequired, today } = facts;
  const offered = remediesFor({
    ...{ delay, status, actionRequired, rules, hasSupport },
    isOutToday: isOutToday(facts),
  });
  const { level, isApologised = false, solvedOn = null } = kept.delay ?? {};
  const previous =
    level === undefined
      ? null
      : { told: isApologised ? ("apology" as const) : level, solvedOn: solvedOn ?? facts.deliveredOn };
  const remedies = openAfter(kept.chosen, offered);
  const notice = apologyOf({ delay, previous, remedies, gesture: kept.gift, tier, today });
  // Nothing is given while it only may be later: the two steps are never mixed.
  const gift = notice?.kind === "at_risk" ? null : kept.gift;
  const chosen = notice !== null || kept.chosen?.state === "waiting" ? kept.chosen : null;
  return { parcel, notice, gift, chosen };
}
