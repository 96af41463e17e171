import type { Db } from "#db/client.ts";
import { countParcels, hasSupport, ordersOfPeriod, parcelsOfPeriod, spentBefore } from "#db/queries/dry-run-parcels.ts";
import { parcelsToJudge } from "#db/queries/judged-parcels.ts";
import { observationsOf } from "#db/queries/observations.ts";
import { unsentDue } from "#db/queries/unsent-orders.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Thresholds } from "#lib/promise/delay/delay.ts";
import { localDay } from "#lib/promise/judging/local-moment.ts";
import type { Compared, Sample, ToldSum } from "#lib/promise/tried.ts";
import type { DelayRules } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { type ShopJudge, shopJudge } from "#lib/use-cases/promises/shop-judge.ts";
import { type DelaySum, newDelaySum, noteReplayed, reallyTold, toldSum } from "./delay-sum.ts";
import { knownMoments, replayedParcel } from "./replayed-parcel.ts";
import { unsentDays } from "./replayed-unsent.ts";
import type { TryClock } from "./try-clock.ts";

type Deps = { readonly db: Db };
type Asked = {
  readonly merchantId: MerchantId;
  readonly rules: DelayRules;
  readonly sinceMs: number;
  readonly clock: TryClock;
};

export type DelayTried = Sample & { readonly kind: "delay" } & Compared<ToldSum>;

const MOST_PARCELS = 20_000;
const MOST_ORDERS = 5_000;
const AT_ONCE = 50;

/**
 * What the last days would have been with rules about delays, beside those that hold: every parcel judged anew at each moment
 * by what was known then, by the functions that judge parcels. Reads only. Of a large shop an even sample.
 */
export async function tryDelayRules(deps: Deps, { merchantId, rules, sinceMs, clock }: Asked): Promise<DelayTried> {
  const start = await withTenant(deps.db, merchantId, async (tx) => {
    const shop = await shopJudge(tx, { merchantId });
    const count = await countParcels(tx, { merchantId, sinceMs });
    const step = Math.max(1, Math.ceil(count / MOST_PARCELS));
    const ids = await parcelsOfPeriod(tx, { merchantId, sinceMs, step, limit: MOST_PARCELS });
    const month = monthOf(shop, sinceMs);
    const spent = new Map([[month, await spentBefore(tx, { merchantId, sinceMs, month })]]);
    return { shop, step, ids, spent, of: Math.max(count, ids.length), support: await hasSupport(tx, { merchantId }) };
  });
  const { shop, ids, spent } = start;
  const ground = { sinceMs, hasSupport: start.support, monthOf: (ms: number) => monthOf(shop, ms) };
  const sums = { would: newDelaySum(rules, ground), now: newDelaySum(shop.rules, ground) };
  const unsent = start.step === 1 ? await addUnsent(deps, { merchantId, sinceMs }, shop, sums) : 0;
  let looked = 0;
  while (looked < ids.length && !clock.isOver()) {
    await addParcels(deps, { merchantId, sinceMs, clock }, shop, sums, ids.slice(looked, looked + AT_ONCE));
    looked = Math.min(ids.length, looked + AT_ONCE);
    clock.tell(looked, ids.length);
  }
  const share = ids.length === 0 ? 1 : Math.min(1, looked / start.of);
  return {
    kind: "delay",
    ...{ looked: looked + unsent, of: start.of + unsent, isCut: looked < ids.length },
    would: toldSum(sums.would, { spent, share }),
    now: toldSum(sums.now, { spent, share }),
    really: reallyTold(sums.now),
  };
}

type Sums = { readonly would: DelaySum; readonly now: DelaySum };
type Period = Pick<Asked, "merchantId" | "sinceMs">;

async function addParcels(
  { db }: Deps,
  { merchantId, sinceMs, clock }: Omit<Asked, "rules">,
  shop: ShopJudge,
  sums: Sums,
  shipmentIds: readonly ShipmentId[],
): Promise<void> {
  const read = await withTenant(db, merchantId, async (tx) => {
    const records = (await parcelsToJudge(tx, { merchantId, shipmentIds })).filter(({ isOutbound }) => isOutbound);
    const said = Map.groupBy(await observationsOf(tx, { merchantId, shipmentIds }), ({ shipmentId }) => shipmentId);
    const orderIds = [...new Set(records.map(({ orderId }) => orderId))];
    const orders = await ordersOfPeriod(tx, { merchantId, sinceMs, orderIds });
    return { records, said, orders: new Map(orders.map((order) => [order.orderId, order])) };
  });
  for (const [at, record] of read.records.entries()) {
    const order = read.orders.get(record.orderId);
    if (order === undefined) continue;
    const observations = (read.said.get(record.shipmentId) ?? []).map(({ observation }) => observation);
    const parcel = { record, observations, cancelledMs: order.cancelledMs };
    const known = knownMoments(shop, parcel, shop.judge.nowMs);
    const now = replayedParcel(shop, sums.now.rules.thresholds, { parcel, known });
    const { thresholds } = sums.would.rules;
    const would = isSame(thresholds, sums.now.rules.thresholds)
      ? now
      : replayedParcel(shop, thresholds, { parcel, known });
    const replayed = { key: record.shipmentId, order, stored: record.delay };
    noteReplayed(sums.now, replayed, now);
    noteReplayed(sums.would, replayed, would);
    if (at % 4 === 3) await clock.breathe();
  }
}

/** Rules about gestures and remedies leave what is told as it is. */
function isSame(one: Thresholds, other: Thresholds): boolean {
  return Object.entries(one).every(([name, value]) => Reflect.get(other, name) === value);
}

/** Orders of which no parcel is known still; returns how many of them were late. */
async function addUnsent({ db }: Deps, { merchantId, sinceMs }: Period, shop: ShopJudge, sums: Sums): Promise<number> {
  const { nowMs } = shop.judge;
  const [records, orders] = await withTenant(db, merchantId, async (tx) => {
    const [from, to] = [localDay(sinceMs, "UTC"), localDay(nowMs, "UTC")];
    const due = await unsentDue(tx, { merchantId, from, to, after: null, limit: MOST_ORDERS });
    const late = due.filter(({ delay }) => delay !== null);
    const orderIds = late.map(({ orderId }) => orderId);
    return [late, await ordersOfPeriod(tx, { merchantId, sinceMs, orderIds })] as const;
  });
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  for (const record of records) {
    const order = byId.get(record.orderId);
    if (order === undefined) continue;
    for (const sum of [sums.would, sums.now]) {
      const moments = unsentDays(shop, sum.rules.thresholds, { record, beforeMs: Number.POSITIVE_INFINITY });
      noteReplayed(sum, { key: record.orderId, order, stored: record.delay }, moments);
    }
  }
  return records.length;
}

/** The first day of the month that pays for what is given at a moment. */
function monthOf({ zone }: Pick<ShopJudge, "zone">, ms: number): string {
  return `${localDay(ms, zone).slice(0, 7)}-01`;
}
