import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";

/**
 * Writes the marks of orders anew, from what is stored of them and of their parcels. Indexes: order_marks_of_order,
 * shipments_by_order and primary keys.
 */
export async function writeOrderMarks(
  tx: Tx,
  { merchantId, orderIds }: { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] },
): Promise<void> {
  if (orderIds.length === 0) return;
  const ids = sql`any(array(select jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb)::uuid))`;
  await tx.execute(sql`delete from order_marks where merchant_id = ${merchantId} and order_id = ${ids}`);
  await tx.execute(sql`
    insert into order_marks (merchant_id, mark, placed_at, order_id, subject_id)
    select o.merchant_id, k.mark, o.placed_at, o.id, k.subject_id
    from orders o cross join lateral (
      select 'status:' || coalesce(t.status, 'pending') as mark, s.id as subject_id from shipments s
        left join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
        where s.merchant_id = o.merchant_id and s.order_id = o.id
      union all select 'carrier:' || s.carrier, s.id from shipments s
        where s.merchant_id = o.merchant_id and s.order_id = o.id
      union all select 'unsent', o.id where o.cancelled_at is null
        and not exists (select 1 from shipments s where s.merchant_id = o.merchant_id and s.order_id = o.id)
    ) k
    where o.merchant_id = ${merchantId} and o.id = ${ids}`);
}

/** Writes the status of parcels into their marks; their `tracking_states` are locked. Indexes: as above. */
export async function markStatuses(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  if (shipmentIds.length === 0) return;
  const ids = JSON.stringify(shipmentIds);
  await tx.execute(sql`
    with present as (
      select s.order_id, s.id, o.placed_at, 'status:' || t.status as mark
      from jsonb_array_elements_text(${ids}::text::jsonb) as given (id)
      join shipments s on s.merchant_id = ${merchantId} and s.id = given.id::uuid
      join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
      join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id),
    over as (
      delete from order_marks m using present p
      where m.merchant_id = ${merchantId} and m.order_id = p.order_id and m.subject_id = p.id
        and m.mark like 'status:%' and m.mark <> p.mark)
    insert into order_marks (merchant_id, mark, placed_at, order_id, subject_id)
    select ${merchantId}::uuid, mark, placed_at, order_id, id from present
    on conflict do nothing`);
}

/**
 * How many orders since `placedFrom` (an ISO instant) have a parcel with each of these carriers, counted up to `most`; carriers
 * without one are left out. Walks the primary key.
 */
export function ordersWithCarriers(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly carriers: readonly string[];
    readonly placedFrom: string;
    readonly most: number;
  },
): Promise<readonly { readonly carrier: string; readonly orders: number }[]> {
  const { merchantId, carriers, placedFrom, most } = input;
  return tx.execute<{ carrier: string; orders: number }>(sql`
    select c.carrier, n.orders
    from jsonb_array_elements_text(${JSON.stringify(carriers)}::text::jsonb) as c (carrier)
    cross join lateral (
      select count(*)::int as orders from (
        select 1 from order_marks m
        where m.merchant_id = ${merchantId} and m.mark = 'carrier:' || c.carrier and m.placed_at >= ${placedFrom}::timestamptz
        group by m.placed_at, m.order_id limit ${most}) few) n
    where n.orders > 0`);
}

/** The carriers that any parcel of the shop is with, by their codes. Steps from mark to mark of the primary key. */
export async function carriersInUse(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly string[]> {
  const next = (after: ReturnType<typeof sql>) => sql`
    (select mark from order_marks where merchant_id = ${merchantId} and mark > ${after} and mark < 'carrier;'
      order by mark limit 1)`;
  const rows = await tx.execute<{ carrier: string }>(sql`
    with recursive marks as (
      select ${next(sql`'carrier:'`)} as mark
      union all select ${next(sql`m.mark`)} from marks m where m.mark is not null)
    select substr(mark, 9) as carrier from marks where mark is not null`);
  return rows.map(({ carrier }) => carrier);
}
