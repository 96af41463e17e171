import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type OrderId, type ShipmentId } from "#lib/kernel/ids.ts";
import type { Promised } from "#lib/promise/ledger.ts";

/** A word about one parcel. */
export type WordToSave = { readonly orderId: OrderId; readonly shipmentId: ShipmentId; readonly word: Promised };

/** Adds to the ledger what the shopper is told of parcels from now on. Index: promises_of_order. */
export async function saveWords(
  tx: Tx,
  { merchantId, words }: { readonly merchantId: MerchantId; readonly words: readonly WordToSave[] },
): Promise<void> {
  if (words.length === 0) return;
  const rows = words.map(({ orderId, shipmentId, word }) => ({
    id: newId(),
    order_id: orderId,
    shipment_id: shipmentId,
    from_day: word.fromDay,
    to_day: word.toDay,
    said_by: word.saidBy,
    reason: word.reason,
    said_at: word.saidAt,
  }));
  await tx.execute(sql`
    insert into promises (merchant_id, id, order_id, shipment_id, from_day, to_day, said_by, reason, said_at)
    select ${merchantId}::uuid, id, order_id, shipment_id, from_day, to_day, said_by, reason, said_at
    from jsonb_populate_recordset(null::promises, ${JSON.stringify(rows)}::text::jsonb)
    on conflict do nothing`);
}
