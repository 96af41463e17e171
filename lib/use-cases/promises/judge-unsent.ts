import { lockUnsent, tellsParcels, type UnsentRecord, unsentDue } from "#db/queries/unsent-orders.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import {
  brokenPromise,
  isSameRecord,
  lastingReason,
  levelBefore,
  recordAfter,
} from "#lib/promise/judging/delay-record.ts";
import { localDay } from "#lib/promise/judging/local-moment.ts";
import { unsentFacts } from "#lib/promise/judging/unsent-facts.ts";
import { standingPromise } from "#lib/promise/ledger.ts";
import { orderZone } from "#lib/tracking/page/destination-zone.ts";
import type { JudgeDeps } from "./judge-parcels.ts";
import { type DelayChange, keepDelays } from "./keep-delays.ts";
import { type ShopJudge, shopJudge } from "./shop-judge.ts";

const PAGE = 1_000;
const WRITTEN_AT_ONCE = 200;
const DAY_MS = 86_400_000;
/** Nobody waits for longer. */
const FORGOTTEN_DAYS = 120;
/** A shop that has told of no parcel for so long does not tell us of parcels: that none is known says nothing then. */
const TELLS_DAYS = 30;
/** Where the day begins first: what is due there may be due. */
const FIRST_ZONE = "Etc/GMT-14";

/** How many of a merchant's unsent orders were looked at, and of how many something was new. */
export type JudgedUnsent = { readonly orders: number; readonly changed: number };

/**
 * Judges a merchant's orders of which no parcel is known and whose day is over: as parcels are, with one delay, notice and
 * gesture an order. Reads only what is due, and locks and writes only what changed. Ends early when `stopping` is aborted.
 */
export async function judgeUnsent(
  deps: JudgeDeps & { readonly stopping: AbortSignal },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<JudgedUnsent> {
  let [orders, changed] = [0, 0];
  let after: UnsentRecord | null = null;
  while (!deps.stopping.aborted) {
    const page = await changesAfter(deps, merchantId, after);
    orders += page.count;
    changed += page.changed.length;
    for (let at = 0; at < page.changed.length; at += WRITTEN_AT_ONCE)
      await keep(deps, merchantId, page.changed.slice(at, at + WRITTEN_AT_ONCE));
    if (page.last === null) break;
    after = page.last;
  }
  return { orders, changed };
}

type Page = { readonly count: number; readonly changed: readonly OrderId[]; readonly last: UnsentRecord | null };

async function changesAfter({ db }: JudgeDeps, merchantId: MerchantId, after: UnsentRecord | null): Promise<Page> {
  return withTenant(db, merchantId, async (tx) => {
    const shop = await shopJudge(tx, { merchantId });
    const { nowMs } = shop.judge;
    if (!(await tellsParcels(tx, { merchantId, sinceMs: nowMs - TELLS_DAYS * DAY_MS })))
      return { count: 0, changed: [], last: null };
    const [from, to] = [localDay(nowMs - FORGOTTEN_DAYS * DAY_MS, "UTC"), localDay(nowMs, FIRST_ZONE)];
    const records = await unsentDue(tx, { merchantId, from, to, after, limit: PAGE });
    const changed = records.flatMap((record) => changeOf(shop, record) ?? []);
    const last = records.length < PAGE ? null : (records.at(-1) ?? null);
    return { count: records.length, changed: changed.map(({ orderId }) => orderId), last };
  });
}

/** An open page of such an order has nothing to look for and hears nothing: whoever looks again sees it. */
async function keep({ db }: JudgeDeps, merchantId: MerchantId, orderIds: readonly OrderId[]): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    const records = await lockUnsent(tx, { merchantId, orderIds });
    const shop = await shopJudge(tx, { merchantId });
    const changes = records.flatMap((record) => changeOf(shop, record) ?? []);
    await keepDelays(tx, { merchantId, shop, changes });
  });
}

/** How one order stands to its promise, by the clock of where it goes; null where all of it is stored. */
function changeOf({ judge, zone }: ShopJudge, order: UnsentRecord): DelayChange | null {
  const { orderId, delay: stored, neededBy, neededBySaid } = order;
  const { nowMs, thresholds } = judge;
  const promised = standingPromise(order.ledger);
  const delay = delayOf(
    unsentFacts({
      today: localDay(nowMs, orderZone(order, zone)),
      promise: promised === null ? null : { fromDay: promised.fromDay, toDay: promised.toDay },
      ...{ neededBy, neededBySaid, thresholds },
      before: levelBefore(stored),
      broken: brokenPromise(stored),
      why: lastingReason(stored === null ? null : { ...stored, isSolved: stored.solvedMs !== null }),
    }),
  );
  const record = recordAfter(stored, delay, { nowMs, late: null, isOpen: true });
  if (record === null || (stored !== null && isSameRecord(record, stored))) return null;
  return { orderId, shipmentId: null, stored, delay, record };
}
