import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";

export type OrderContents = {
  readonly orderId: OrderId;
  readonly lines: readonly { readonly position: number; readonly sku: string }[];
};

/** The orders with these number keys and their lines, in order. Indexes: orders_by_number, line_items' key. */
export async function contentsOfOrders(
  tx: Tx,
  { merchantId, numberKeys }: { readonly merchantId: MerchantId; readonly numberKeys: readonly string[] },
): Promise<ReadonlyMap<string, OrderContents>> {
  const rows = await tx.execute<{ number_key: string; id: string; lines: OrderContents["lines"] }>(sql`
    select o.number_key, o.id,
      (select coalesce(json_agg(json_build_object('position', l.position, 'sku', l.sku) order by l.position), '[]')
       from line_items l where l.merchant_id = o.merchant_id and l.order_id = o.id) as lines
    from orders o
    where o.merchant_id = ${merchantId}
      and o.number_key in (select jsonb_array_elements_text(${JSON.stringify(numberKeys)}::text::jsonb))`);
  return new Map(rows.map((row) => [row.number_key, { orderId: row.id, lines: row.lines }]));
}

export type PresentShipment = {
  readonly id: ShipmentId;
  readonly orderId: OrderId;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: string | null;
  readonly positions: readonly number[];
};

type ShipmentRow = {
  id: string;
  order_id: string;
  carrier: string;
  tracking_number: string;
  shipped_at: string | null;
  positions: number[];
};

/** All parcels of these orders, and parcels of other orders that bear one of these numbers. Indexes: shipments_by_order, shipments_by_number. */
export async function presentShipments(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly orderIds: readonly OrderId[];
    readonly parcels: readonly { readonly carrier: string; readonly trackingNumber: string }[];
  },
): Promise<readonly PresentShipment[]> {
  const parcels = JSON.stringify(input.parcels);
  const rows = await tx.execute<ShipmentRow>(sql`
    select s.id, s.order_id, s.carrier, s.tracking_number,
      to_char(s.shipped_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as shipped_at,
      array(select i.position from shipment_items i
            where i.merchant_id = s.merchant_id and i.shipment_id = s.id order by i.position) as positions
    from shipments s
    where s.merchant_id = ${input.merchantId} and s.id in (
      select id from shipments where merchant_id = ${input.merchantId}
        and order_id in (select jsonb_array_elements_text(${JSON.stringify(input.orderIds)}::text::jsonb)::uuid)
      union
      select known.id from shipments known
      join jsonb_to_recordset(${parcels}::text::jsonb) as p(carrier text, "trackingNumber" text)
        on known.carrier = p.carrier and known.tracking_number = p."trackingNumber"
      where known.merchant_id = ${input.merchantId})`);
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    shippedAt: row.shipped_at,
    positions: row.positions,
  }));
}

export type ShipmentToSave = {
  readonly id: string;
  readonly order_id: string;
  readonly carrier: string;
  readonly tracking_number: string;
  readonly shipped_at: string | null;
};
export type ShipmentItemToSave = {
  readonly shipment_id: string;
  readonly order_id: string;
  readonly position: number;
  readonly quantity: number | null;
};

/** Writes parcels and, whole, what is in them. Key: carrier and tracking number. */
export async function saveShipments(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly shipments: readonly ShipmentToSave[];
    readonly items: readonly ShipmentItemToSave[];
  },
): Promise<void> {
  if (input.shipments.length === 0) return;
  const { merchantId } = input;
  await tx.execute(sql`
    insert into shipments (merchant_id, id, order_id, carrier, tracking_number, shipped_at)
    select ${merchantId}::uuid, id, order_id, carrier, tracking_number, shipped_at
    from jsonb_populate_recordset(null::shipments, ${JSON.stringify(input.shipments)}::text::jsonb)
    on conflict (merchant_id, carrier, tracking_number) do update set shipped_at = excluded.shipped_at, updated_at = now()`);
  await tx.execute(sql`
    delete from shipment_items where merchant_id = ${merchantId}
      and shipment_id in (select jsonb_array_elements_text(${JSON.stringify(input.shipments.map(({ id }) => id))}::text::jsonb)::uuid)`);
  await tx.execute(sql`
    insert into shipment_items (merchant_id, shipment_id, order_id, position, quantity)
    select ${merchantId}::uuid, shipment_id, order_id, position, quantity
    from jsonb_populate_recordset(null::shipment_items, ${JSON.stringify(input.items)}::text::jsonb)`);
}
