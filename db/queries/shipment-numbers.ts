import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import { isoUtc } from "./iso-utc.ts";

export type ShipmentNumber = {
  readonly shipmentId: ShipmentId;
  readonly number: string;
  readonly carrier: string;
  /** ISO instant at which we first knew of the parcel. */
  readonly knownSince: string;
  /** The account that may not tell about it, if any. */
  readonly refusedBy: CarrierAccountId | null;
};

/** What carriers know these parcels by. Uses the primary keys. */
export async function numbersOfShipments(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<readonly ShipmentNumber[]> {
  return tx.execute<ShipmentNumber>(sql`
    select s.id as "shipmentId", s.tracking_number as number, s.carrier, ${isoUtc("created_at")} as "knownSince",
      d.refused_by as "refusedBy"
    from shipments s left join due_shipments d on d.merchant_id = s.merchant_id and d.shipment_id = s.id
    where s.merchant_id = ${merchantId}
      and s.id = any(array(select jsonb_array_elements_text(${JSON.stringify(shipmentIds)}::text::jsonb)::uuid))`);
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

/** The number of some parcel of this carrier's, or of any's (null); null where there is none. Index: shipments_by_number. */
export async function someNumber(
  tx: Tx,
  { merchantId, carrier }: { readonly merchantId: MerchantId; readonly carrier: string | null },
): Promise<Pick<ShipmentNumber, "number" | "carrier"> | null> {
  const ofCarrier = carrier === null ? sql`` : sql`and carrier = ${carrier}`;
  const [row] = await tx.execute<Pick<ShipmentNumber, "number" | "carrier">>(sql`
    select tracking_number as number, carrier from shipments
    where merchant_id = ${merchantId} ${ofCarrier} order by carrier, tracking_number limit 1`);
  return row ?? null;
}
