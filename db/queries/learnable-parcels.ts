import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { PastParcel } from "#lib/promise/judging/arrival-parcel-of.ts";

/** A parcel to learn from: its way, what became of it, and what was told of it at the beginning. */
export type ArrivalRecord = PastParcel & {
  readonly arrivedOn: string | null;
  readonly carrierFirstTo: string | null;
  readonly learnedFirstDay: string | null;
};

/** A merchant's parcels that were handed over last, open ones included. Index: expectations_handed_over. */
export async function learnableParcels(
  tx: Tx,
  { merchantId, limit }: { readonly merchantId: MerchantId; readonly limit: number },
): Promise<readonly ArrivalRecord[]> {
  const ms = (column: string) => sql`floor(extract(epoch from ${sql.raw(column)}) * 1000)::float8`;
  return tx.execute<ArrivalRecord>(sql`
    with e as materialized (
      select * from expectations where merchant_id = ${merchantId} and handed_over_at is not null
      order by handed_over_at desc limit ${limit})
    select e.carrier, e.zone, e.from_town as "fromTown", e.from_country as "fromCountry", e.km, o.shipping_method as "shippingMethod", o.ship_country as "shipCountry",
      o.ship_postcode as "shipPostcode", ${ms("o.placed_at")} as "placedMs", ${ms("e.handed_over_at")} as "handedOverMs",
      ${ms("e.arrived_at")} as "arrivedMs", ${ms("e.watched_until")} as "watchedUntilMs",
      ${ms("e.out_for_delivery_at")} as "outForDeliveryMs", ${ms("e.silent_from")} as "silentFromMs",
      ${ms("e.silent_to")} as "silentToMs", e.forecast, e.arrived_on as "arrivedOn",
      e.carrier_first_to as "carrierFirstTo", e.learned_first_day as "learnedFirstDay"
    from e join orders o on o.merchant_id = e.merchant_id and o.id = e.order_id`);
}
