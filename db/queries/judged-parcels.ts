import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import type { Expectation } from "#lib/promise/judging/expectation.ts";
import type { Promised } from "#lib/promise/ledger.ts";
import type { Status } from "#lib/tracking/status.ts";

/** A parcel with all that is stored for judging it, but for its scans. Instants in milliseconds since 1970. */
export type ParcelRecord = {
  readonly shipmentId: ShipmentId;
  readonly orderId: OrderId;
  readonly carrier: string;
  readonly isOutbound: boolean;
  readonly placedMs: number;
  readonly isCancelled: boolean;
  readonly shipCity: string | null;
  readonly shipRegion: string | null;
  readonly shipCountry: string | null;
  readonly shipPostcode: string | null;
  readonly shippingMethod: string | null;
  readonly neededBy: string | null;
  readonly neededBySaid: "order" | "page" | null;
  readonly status: Status;
  readonly checkedMs: number | null;
  readonly newsMs: number | null;
  /** Oldest first; instants as PostgreSQL writes them in JSON. */
  readonly ledger: readonly Promised[];
  readonly expectation: Expectation | null;
  readonly delay: (DelayRecord & { readonly id: string }) | null;
};

/** A day that nobody is noted for was said on the page: where it came from is kept since days are read from orders. */
export const neededBySaid = sql`case when o.needed_by is not null then coalesce(o.needed_by_said, 'page') end`;

const ms = (column: SQL) => sql`floor(extract(epoch from ${column}) * 1000)::float8`;

const expectation = sql`case when e.shipment_id is null then null else json_build_object(
  'zone', e.zone, 'isOpen', e.is_open, 'handedOverMs', ${ms(sql`e.handed_over_at`)}, 'arrivedMs', ${ms(sql`e.arrived_at`)},
  'arrivedOn', e.arrived_on, 'watchedUntilMs', ${ms(sql`e.watched_until`)}, 'outForDeliveryMs', ${ms(sql`e.out_for_delivery_at`)},
  'silentFromMs', ${ms(sql`e.silent_from`)}, 'silentToMs', ${ms(sql`e.silent_to`)}, 'statusSince', e.status_since,
  'triedOn', e.tried_on, 'carrierFrom', e.carrier_from, 'carrierTo', e.carrier_to, 'carrierFirstTo', e.carrier_first_to,
  'learnedFirstFrom', e.learned_first_from, 'learnedFirstTo', e.learned_first_to, 'learnedFirstDay', e.learned_first_day,
  'forecast', e.forecast, 'lateFirst', e.late_first, 'reason', e.reason, 'responsible', e.responsible,
  'actionRequired', e.action_required, 'promisedFrom', e.promised_from, 'promisedTo', e.promised_to, 'fromDay', e.from_day, 'toDay', e.to_day,
  'source', e.source, 'late', e.late, 'lost', e.lost, 'basis', e.basis, 'basisParcels', e.basis_parcels,
  'lateNeeded', e.late_needed, 'learnedFrom', e.learned_from, 'learnedTo', e.learned_to, 'learnedDay', e.learned_day,
  'silenceUnusual', e.silence_unusual, 'handedOverLate', e.handed_over_late, 'fromTown', e.from_town, 'fromCountry', e.from_country, 'km', e.km) end`;

/** Row `d` of delays as a `DelayRecord` with its id; null where there is none. */
export const delayOfRow = sql`case when d.id is null then null else json_build_object(
  'id', d.id, 'state', d.state, 'level', d.level, 'cause', d.cause, 'severity', d.severity, 'daysLate', d.days_late,
  'late', d.late, 'reason', d.reason, 'responsible', d.responsible, 'missesNeeded', d.misses_needed, 'wasFrom', d.was_from,
  'wasTo', d.was_to, 'nowFrom', d.now_from, 'nowTo', d.now_to, 'beganMs', ${ms(sql`d.began_at`)},
  'apologisedMs', ${ms(sql`d.apologised_at`)}, 'solvedMs', ${ms(sql`d.solved_at`)}, 'endedDaysLate', d.ended_days_late) end`;

/** The words of an order's ledger (`orderId`) that are `about`, as JSON, oldest first. */
export const ledgerOf = (orderId: SQL, about: SQL) => sql`(
  select coalesce(json_agg(json_build_object('fromDay', p.from_day, 'toDay', p.to_day, 'saidBy', p.said_by,
    'saidAt', p.said_at, 'reason', p.reason) order by p.said_at), '[]')
  from promises p where p.merchant_id = o.merchant_id and p.order_id = ${orderId} and ${about})`;

const ledger = ledgerOf(sql`s.order_id`, sql`(p.shipment_id is null or p.shipment_id = s.id)`);

/** The same, where only the promise that counts is asked for: as it was when the parcel was judged last. */
const standing = sql`case when e.promised_to is null then '[]' else json_build_array(json_build_object(
  'fromDay', e.promised_from, 'toDay', e.promised_to, 'saidBy', 'checkout', 'saidAt', o.placed_at, 'reason', null)) end`;

/** One JSON text a parcel, since that is read faster than rows. */
const record = (parcel: SQL, words: SQL) => sql`json_build_object(${parcel},
  'placedMs', ${ms(sql`o.placed_at`)}, 'isCancelled', o.cancelled_at is not null, 'shipCity', o.ship_city,
  'shipRegion', o.ship_region, 'shipCountry', o.ship_country, 'shipPostcode', o.ship_postcode,
  'shippingMethod', o.shipping_method, 'neededBy', o.needed_by, 'neededBySaid', ${neededBySaid}, 'status', t.status, 'checkedMs', ${ms(sql`t.checked_at`)},
  'newsMs', ${ms(sql`t.news_at`)}, 'ledger', ${words}, 'expectation', ${expectation}, 'delay', ${delayOfRow})::text`;

type Row = { readonly record: string };

/** Parcels to judge; nothing of one that was never asked about. Uses primary keys, `promises_of_order` and `delays_once`. */
export async function parcelsToJudge(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<readonly ParcelRecord[]> {
  if (shipmentIds.length === 0) return [];
  const parcel = sql`'shipmentId', s.id, 'orderId', s.order_id, 'carrier', s.carrier, 'isOutbound', s.direction = 'outbound'`;
  const rows = await tx.execute<Row>(sql`
    select ${record(parcel, ledger)} as record
    from shipments s
    join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id
    join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
    left join expectations e on e.merchant_id = s.merchant_id and e.shipment_id = s.id
    left join delays d on d.merchant_id = s.merchant_id and d.order_id = s.order_id and d.shipment_id = s.id
    where s.merchant_id = ${merchantId}
      and s.id = any(array(select jsonb_array_elements_text(${JSON.stringify(shipmentIds)}::text::jsonb)::uuid))`);
  return rows.map(recordFrom);
}

/**
 * A page of a merchant's open parcels after `after` (an id), in that order; of their ledger only the promise that counted when
 * they were judged last. Parcel by parcel, since PostgreSQL would read whole tables for each page. Index: expectations_open.
 */
export async function openParcels(
  tx: Tx,
  { merchantId, after, limit }: { readonly merchantId: MerchantId; readonly after: ShipmentId; readonly limit: number },
): Promise<readonly ParcelRecord[]> {
  const parcel = sql`'shipmentId', e.shipment_id, 'orderId', e.order_id, 'carrier', e.carrier, 'isOutbound', true`;
  const rows = await tx.execute<Row>(sql`
    with e as materialized (
      select * from expectations where merchant_id = ${merchantId} and is_open and shipment_id > ${after}::uuid
      order by shipment_id limit ${limit})
    select ${record(parcel, standing)} as record
    from e
    cross join lateral (select * from orders where merchant_id = e.merchant_id and id = e.order_id offset 0) o
    cross join lateral (
      select * from tracking_states where merchant_id = e.merchant_id and shipment_id = e.shipment_id offset 0) t
    left join lateral (
      select * from delays
      where merchant_id = e.merchant_id and order_id = e.order_id and shipment_id = e.shipment_id offset 0) d on true
    order by e.shipment_id`);
  return rows.map(recordFrom);
}

/**
 * Parcels after `after` (an id) that a carrier answered about and that were never judged: from before we judged, or where
 * judging failed. Index: tracking_states_unjudged.
 */
export async function unjudgedShipments(
  tx: Tx,
  { merchantId, after, limit }: { readonly merchantId: MerchantId; readonly after: ShipmentId; readonly limit: number },
): Promise<readonly ShipmentId[]> {
  const rows = await tx.execute<{ id: ShipmentId }>(sql`
    select shipment_id as id from tracking_states
    where merchant_id = ${merchantId} and facts is null and shipment_id > ${after}::uuid and checked_at is not null
    order by shipment_id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Notes by which facts these parcels were judged. Uses the primary key. */
export async function noteFacts(
  tx: Tx,
  { merchantId, facts }: { readonly merchantId: MerchantId; readonly facts: ReadonlyMap<ShipmentId, string> },
): Promise<void> {
  const rows = JSON.stringify([...facts].map(([id, text]) => ({ id, text })));
  await tx.execute(sql`
    update tracking_states t set facts = f.text
    from jsonb_to_recordset(${rows}::text::jsonb) as f(id uuid, text text)
    where t.merchant_id = ${merchantId} and t.shipment_id = f.id and t.facts is distinct from f.text`);
}

function recordFrom({ record }: Row): ParcelRecord {
  return JSON.parse(record) as ParcelRecord;
}
