import type { ParcelRecord } from "#db/queries/judged-parcels.ts";
import type { UnsentRecord } from "#db/queries/unsent-orders.ts";
import type { Thresholds } from "#lib/promise/delay/delay.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import {
  brokenPromise,
  type DelayRecord,
  isSameRecord,
  lastingReason,
  levelBefore,
  recordAfter,
} from "#lib/promise/judging/delay-record.ts";
import { localDay } from "#lib/promise/judging/local-moment.ts";
import { unsentFacts } from "#lib/promise/judging/unsent-facts.ts";
import { standingPromise } from "#lib/promise/ledger.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";
import { orderZone } from "#lib/tracking/page/destination-zone.ts";
import type { ShopJudge } from "#lib/use-cases/promises/shop-judge.ts";
import { dailyMoments } from "./daily-moments.ts";
import type { JudgedMoment } from "./judged-moment.ts";

type Waiting = Pick<
  ParcelRecord | UnsentRecord,
  "shipCity" | "shipRegion" | "shipCountry" | "neededBy" | "neededBySaid" | "ledger" | "delay"
>;

const MOST_DAYS = 60;
/** Delays begin at whole seconds, what is heard does not: one that began in the second of the first word was that word's. */
const SECOND_MS = 1_000;

/**
 * What a shopper would have been told of an order while no parcel of it was known, until `beforeMs`. It begins when that really
 * began: whether an order was waiting then is not to be seen from what is stored of it now.
 */
export function unsentDays(
  shop: ShopJudge,
  thresholds: Thresholds,
  { record, beforeMs }: { readonly record: Waiting; readonly beforeMs: number },
): readonly JudgedMoment[] {
  const began = record.delay?.beganMs ?? null;
  if (began === null || began >= beforeMs - SECOND_MS) return [];
  const zone = orderZone(record, shop.zone);
  const toMs = Math.min(beforeMs, shop.judge.nowMs);
  const judged: JudgedMoment[] = [];
  let stored: DelayRecord | null = null;
  for (const ms of [began, ...dailyMoments({ fromMs: began, toMs, zone, most: MOST_DAYS })]) {
    const ledger = record.ledger.filter(({ saidAt }) => (instantMsOf(saidAt) ?? 0) <= ms);
    const promised = standingPromise(ledger);
    const delay = delayOf(
      unsentFacts({
        today: localDay(ms, zone),
        promise: promised === null ? null : { fromDay: promised.fromDay, toDay: promised.toDay },
        ...{ neededBy: record.neededBy, neededBySaid: record.neededBySaid, thresholds },
        ...{ before: levelBefore(stored), broken: brokenPromise(stored) },
        why: lastingReason(stored === null ? null : { ...stored, isSolved: stored.solvedMs !== null }),
      }),
    );
    const next = recordAfter(stored, delay, { nowMs: ms, late: null, isOpen: true });
    if (next === null || (stored !== null && isSameRecord(next, stored))) continue;
    stored = next;
    judged.push({ ms, delay, record: next, status: "pending", isOutToday: false, actionRequired: null });
  }
  return judged;
}
