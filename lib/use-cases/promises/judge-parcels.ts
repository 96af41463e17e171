import { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "#db/client.ts";
import { noteFacts, type ParcelRecord, parcelsToJudge } from "#db/queries/judged-parcels.ts";
import { observationsOf } from "#db/queries/observations.ts";
import { tellNews } from "#db/queries/tracking-news.ts";
import { lockTrackingStates } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { kilometresOf } from "#lib/map/kilometres-of.ts";
import { factsText } from "#lib/promise/judging/facts-text.ts";
import { type ParcelSeen, parcelSeen } from "#lib/promise/judging/parcel-seen.ts";
import type { Observation, Place } from "#lib/tracking/observation.ts";
import { parcelZone } from "#lib/tracking/page/destination-zone.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import { keepVerdicts } from "./keep-verdicts.ts";
import { type ShopJudge, shopJudge } from "./shop-judge.ts";
import { verdictOf } from "./verdict-of.ts";

export type JudgeDeps = { readonly db: Db };
type Parcels = { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] };

/** More would keep those who ask about these parcels waiting. */
const MOST_AT_ONCE = 200;

/**
 * Judges parcels by all that was said of them: what is believed of their arrival, how they stand to their promise, what the
 * shopper is told and given. All of it is kept in one transaction, with the notices in the outbox; judged twice, nothing is
 * written or told twice. Throws when our own database fails.
 */
export async function judgeParcels(deps: JudgeDeps, { merchantId, shipmentIds }: Parcels): Promise<void> {
  for (let at = 0; at < shipmentIds.length; at += MOST_AT_ONCE) {
    const some = { merchantId, shipmentIds: shipmentIds.slice(at, at + MOST_AT_ONCE) };
    const changed = await withTenant(deps.db, merchantId, (tx) => judgeFully(tx, some));
    // After the transaction: see `tellNews`.
    await tellNews(deps.db, { merchantId, shipmentIds: changed });
  }
}

/** Judges parcels by what is stored of their last full judging; returns those of which the shopper reads something new. */
export async function judgeAgain(deps: JudgeDeps, { merchantId, shipmentIds }: Parcels): Promise<void> {
  const changed = await withTenant(deps.db, merchantId, async (tx) => {
    await lockTrackingStates(tx, { merchantId, shipmentIds });
    const shop = await shopJudge(tx, { merchantId });
    const records = await parcelsToJudge(tx, { merchantId, shipmentIds });
    const verdicts = records.flatMap((record) =>
      record.expectation === null ? [] : [verdictOf(shop, record, record.expectation)],
    );
    return keepVerdicts(tx, { merchantId, shop, verdicts });
  });
  await tellNews(deps.db, { merchantId, shipmentIds: changed });
}

async function judgeFully(tx: Tx, parcels: Parcels): Promise<readonly ShipmentId[]> {
  const { merchantId } = parcels;
  // Whoever judges a parcel, or works in news of it, waits for the other.
  await lockTrackingStates(tx, parcels);
  const shop = await shopJudge(tx, { merchantId });
  const records = await parcelsToJudge(tx, parcels);
  const said = Map.groupBy(await observationsOf(tx, parcels), ({ shipmentId }) => shipmentId);
  const folded = records.map((record) => ({
    record,
    ...foldedOf(
      shop,
      record,
      (said.get(record.shipmentId) ?? []).map(({ observation }) => observation),
    ),
  }));
  const verdicts = folded.flatMap(({ record, seen }) => (record.isOutbound ? [verdictOf(shop, record, seen)] : []));
  const changed = await keepVerdicts(tx, { merchantId, shop, verdicts });
  await noteFacts(tx, { merchantId, facts: new Map(folded.map(({ record, facts }) => [record.shipmentId, facts])) });
  return changed;
}

function foldedOf(
  { judge, zone: merchantZone }: ShopJudge,
  record: ParcelRecord,
  observations: readonly Observation[],
): { readonly seen: ParcelSeen; readonly facts: string } {
  const checkedAt = record.checkedMs === null ? null : Temporal.Instant.fromEpochMilliseconds(record.checkedMs);
  const now = Temporal.Instant.fromEpochMilliseconds(judge.nowMs);
  const check = { supported: true, checkedAt: checkedAt?.toString() ?? null, problem: null };
  const state = stateOf(observations, checkedAt ?? now, check);
  const zone = parcelZone(observations, record, merchantZone);
  const shipTo = { city: record.shipCity, region: record.shipRegion, country: record.shipCountry };
  const kmFrom = (place: Place) => kilometresOf(place, shipTo);
  return { seen: parcelSeen(observations, state, { zone, kmFrom }), facts: factsText(state) };
}
