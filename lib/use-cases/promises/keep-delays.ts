import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { saveDelays } from "#db/queries/delays.ts";
import { type NoticeToQueue, queueNotices } from "#db/queries/messages.ts";
import { type MerchantId, newId, type OrderId, type ShipmentId } from "#lib/kernel/ids.ts";
import type { Delay, DelayCause } from "#lib/promise/delay/delay.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import type { Milestone } from "#lib/tracking/page/dials.ts";
import { noteDesk } from "#lib/use-cases/desk/note-desk.ts";
import { grantGesture } from "./grant-gesture.ts";
import type { ShopJudge } from "./shop-judge.ts";

/** These are more than a date that moves. */
const PROBLEMS: ReadonlySet<DelayCause> = new Set([
  "carrier_says_lost",
  "probably_lost",
  "damaged",
  "returning",
  "action_needed",
]);

/** A delay that is new or changed: of a parcel, or of an order of which none is known (null). */
export type DelayChange = {
  readonly orderId: OrderId;
  readonly shipmentId: ShipmentId | null;
  readonly stored: (DelayRecord & { readonly id: string }) | null;
  readonly delay: Delay;
  readonly record: DelayRecord;
};
type Change = DelayChange & { readonly id: string };

type Input = {
  readonly merchantId: MerchantId;
  readonly shop: ShopJudge;
  readonly changes: readonly DelayChange[];
};

/** Writes delays with their notices, gestures and what of them needs a person, in the caller's transaction, which ends soon after: gestures lock the shop. */
export async function keepDelays(tx: Tx, { merchantId, shop, changes: given }: Input): Promise<void> {
  const changes = given.map((change): Change => ({ ...change, id: change.stored?.id ?? newId() }));
  const told = await queueNotices(tx, { merchantId, notices: changes.filter(isToTell).map(noticeOf) });
  await saveDelays(tx, {
    ...{ merchantId, nowMs: shop.judge.nowMs },
    delays: changes.map(({ id, shipmentId, orderId, record }) => ({
      ...{ id, shipmentId, orderId, record },
      isTold: told.has(shipmentId ?? orderId),
    })),
  });
  await noteDesk(tx, { merchantId, orderIds: [...new Set(changes.map(({ orderId }) => orderId))] });
  await grantAll(tx, { merchantId, shop }, changes);
}

/** One after the other: all of them wait for the same budget. What got graver may be given what it was not given before. */
async function grantAll(
  tx: Tx,
  { merchantId, shop }: Omit<Input, "changes">,
  changes: readonly Change[],
): Promise<void> {
  const { rules, judge } = shop;
  if (rules.gestures.length === 0) return;
  const now = Temporal.Instant.fromEpochMilliseconds(judge.nowMs);
  for (const { delay, record, id: delayId } of changes)
    if (record.level === "apology" && record.solvedMs === null)
      await grantGesture(tx, { merchantId, delayId, delay, rules, now });
}

/** What was said before with the same words is not said again, not even tried. */
function isToTell({ stored, record }: Change): boolean {
  if (record.solvedMs !== null) return false;
  return stored === null || stored.solvedMs !== null || milestoneOf(stored) !== milestoneOf(record);
}

function noticeOf({ id: delayId, shipmentId, orderId, record }: Change): NoticeToQueue {
  const { level, cause, severity } = record;
  return { shipmentId, orderId, milestone: milestoneOf(record), payload: { delayId, level, cause, severity } };
}

function milestoneOf({ cause }: Pick<DelayRecord, "cause">): Milestone {
  return PROBLEMS.has(cause) ? "problem" : "delayed";
}
