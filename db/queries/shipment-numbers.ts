import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import { isoUtc } from "./iso-utc.ts";

export type ShipmentNumber = {
  readonly shipmentId: ShipmentId;
  readonly number: string;
  /** ISO instant at which we first knew of the parcel. */
  readonly knownSince: string;
};

/** What carriers know these parcels by. Uses the primary key. */
export async function numbersOfShipments(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<readonly ShipmentNumber[]> {
  return tx.execute<ShipmentNumber>(sql`
    select id as "shipmentId", tracking_number as number, ${isoUtc("created_at")} as "knownSince" from shipments
    where merchant_id = ${merchantId}
      and id in (select jsonb_array_elements_text(${JSON.stringify(shipmentIds)}::text::jsonb)::uuid)`);
}

/** An order's parcels, returns included. Index: shipments_by_order. */
export async function shipmentsOfOrder(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<readonly ShipmentId[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from shipments where merchant_id = ${merchantId} and order_id = ${orderId}`);
  return rows.map(({ id }) => id);
}
