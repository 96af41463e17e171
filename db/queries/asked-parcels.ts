import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";
import { isoUtc } from "./iso-utc.ts";

/** How our asking about a parcel stands. Instants are ISO. */
export type AskedParcel = {
  readonly shipmentId: ShipmentId;
  readonly carrier: string;
  readonly hasAccount: boolean;
  /** It is on the schedule. */
  readonly isScheduled: boolean;
  /** Somebody is asking at this moment. */
  readonly isBeingAsked: boolean;
  readonly triedAt: string | null;
  readonly askedAt: string | null;
  readonly checkedAt: string | null;
  readonly problem: CheckProblem | null;
  /** How many things its carrier has told. */
  readonly words: number;
};

/** An order's parcels and how our asking about each stands. Indexes: shipments_by_order, observations_by_shipment, primary keys. */
export function askedParcels(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<readonly AskedParcel[]> {
  return tx.execute<AskedParcel & Record<string, unknown>>(sql`
    select s.id as "shipmentId", s.carrier,
      exists (select 1 from carrier_accounts a where a.merchant_id = s.merchant_id and (a.carrier = s.carrier or a.aggregator)) as "hasAccount",
      d.shipment_id is not null as "isScheduled", coalesce(d.lease_until > now(), false) as "isBeingAsked",
      ${isoUtc("tried_at")} as "triedAt", ${isoUtc("asked_at")} as "askedAt", ${isoUtc("checked_at")} as "checkedAt", t.problem,
      (select count(*)::int from observations w where w.merchant_id = s.merchant_id and w.shipment_id = s.id) as words
    from shipments s
    left join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
    left join due_shipments d on d.merchant_id = s.merchant_id and d.shipment_id = s.id
    where s.merchant_id = ${merchantId} and s.order_id = ${orderId}
    order by s.shipped_at, s.id`);
}
