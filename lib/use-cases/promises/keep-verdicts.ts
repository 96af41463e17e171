import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { saveDelays } from "#db/queries/delays.ts";
import { saveExpectations } from "#db/queries/expectations.ts";
import { saveWords } from "#db/queries/ledger.ts";
import { type NoticeToQueue, queueNotices } from "#db/queries/messages.ts";
import { type MerchantId, newId, type ShipmentId } from "#lib/kernel/ids.ts";
import type { DelayCause } from "#lib/promise/delay/delay.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import type { Milestone } from "#lib/tracking/page/dials.ts";
import { grantGesture } from "./grant-gesture.ts";
import type { ShopJudge } from "./shop-judge.ts";
import { isNews, type Verdict } from "./verdict-of.ts";

/** These are more than a date that moves. */
const PROBLEMS: ReadonlySet<DelayCause> = new Set([
  "carrier_says_lost",
  "probably_lost",
  "damaged",
  "returning",
  "action_needed",
]);

type Input = {
  readonly merchantId: MerchantId;
  readonly shop: ShopJudge;
  readonly verdicts: readonly Verdict[];
};
/** A delay that is new or changed. */
type Change = { readonly verdict: Verdict; readonly record: DelayRecord; readonly delayId: string };

/**
 * Writes what verdicts changed: beliefs, words of the ledger, delays, notices and gestures, in the caller's transaction.
 * Returns the parcels of which a page shows something else now.
 */
export async function keepVerdicts(tx: Tx, input: Input): Promise<readonly ShipmentId[]> {
  const { merchantId, shop } = input;
  const { nowMs } = shop.judge;
  const news = input.verdicts.filter(isNews);
  if (news.length === 0) return [];
  await saveExpectations(tx, {
    ...{ merchantId, nowMs },
    parcels: news.flatMap(({ parcel, expectation }) => (expectation === null ? [] : [{ ...parcel, expectation }])),
  });
  await saveWords(tx, {
    merchantId,
    words: news.flatMap(({ parcel, words }) => words.map((word) => ({ ...parcel, word }))),
  });
  const changes = news.flatMap((verdict): Change[] =>
    verdict.record === null ? [] : [{ verdict, record: verdict.record, delayId: verdict.parcel.delay?.id ?? newId() }],
  );
  const told = await queueNotices(tx, { merchantId, notices: changes.filter(isToTell).map(noticeOf) });
  await saveDelays(tx, {
    ...{ merchantId, nowMs },
    delays: changes.map(({ verdict: { parcel }, record, delayId }) => ({
      id: delayId,
      shipmentId: parcel.shipmentId,
      orderId: parcel.orderId,
      record,
      isTold: told.has(parcel.shipmentId),
    })),
  });
  await grantAll(tx, input, changes);
  return news.map(({ parcel }) => parcel.shipmentId);
}

/** One after the other: all of them wait for the same budget. What got graver may be given what it was not given before. */
async function grantAll(tx: Tx, { merchantId, shop }: Input, changes: readonly Change[]): Promise<void> {
  const { rules, judge } = shop;
  if (rules.gestures.length === 0) return;
  const now = Temporal.Instant.fromEpochMilliseconds(judge.nowMs);
  for (const { verdict, record, delayId } of changes)
    if (record.level === "apology" && record.solvedMs === null)
      await grantGesture(tx, { merchantId, delayId, delay: verdict.delay, rules, now });
}

/** What was said before with the same words is not said again, not even tried. */
function isToTell({ verdict, record }: Change): boolean {
  const { delay: stored } = verdict.parcel;
  if (record.solvedMs !== null) return false;
  return stored === null || stored.solvedMs !== null || milestoneOf(stored) !== milestoneOf(record);
}

function noticeOf({ verdict: { parcel }, record, delayId }: Change): NoticeToQueue {
  const { shipmentId, orderId } = parcel;
  const { level, cause, severity } = record;
  return { shipmentId, orderId, milestone: milestoneOf(record), payload: { delayId, level, cause, severity } };
}

function milestoneOf({ cause }: Pick<DelayRecord, "cause">): Milestone {
  return PROBLEMS.has(cause) ? "problem" : "delayed";
}
