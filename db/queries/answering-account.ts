import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

/** An account that is left alone for the moment (see `pauseAccount`). */
export const isPaused = (account: SQL) =>
  sql`exists (select 1 from account_pauses p where p.account_id = ${account} and p.paused_until > now())`;

/**
 * The account that answers for parcel `s`, or null: the first in the merchant's order for its carrier, else the carrier's own
 * before aggregators, the oldest first. One that is paused, or that may not tell about the parcel, only where there is no
 * other. A merchant has a handful of accounts. Indexes: carrier_accounts_by_carrier, the primary key of carrier_routes.
 */
export const answeringAccount = (refusedBy: SQL = sql`null::uuid`) => sql`(
  select a.id from carrier_accounts a
  left join carrier_routes r on r.merchant_id = a.merchant_id and r.carrier = s.carrier and r.account_id = a.id
  where a.merchant_id = s.merchant_id and (a.carrier = s.carrier or a.aggregator)
    and (r.account_id is not null
      or not exists (select 1 from carrier_routes x where x.merchant_id = s.merchant_id and x.carrier = s.carrier))
  order by a.id is not distinct from ${refusedBy}, ${isPaused(sql`a.id`)}, r.position, a.aggregator, a.created_at, a.id
  limit 1)`;

export type AnsweringAccount = {
  readonly carrier: string;
  readonly accountId: CarrierAccountId;
  readonly isPaused: boolean;
};

/** Who can answer for these carriers' parcels, for each in the order of `answeringAccount`, paused ones in their place. */
export function answeringAccounts(
  tx: Tx,
  { merchantId, carriers }: { readonly merchantId: MerchantId; readonly carriers: readonly string[] },
): Promise<readonly AnsweringAccount[]> {
  return tx.execute<AnsweringAccount>(sql`
    select s.carrier, a.id as "accountId", ${isPaused(sql`a.id`)} as "isPaused"
    from jsonb_array_elements_text(${JSON.stringify(carriers)}::text::jsonb) as s (carrier)
    join carrier_accounts a on a.merchant_id = ${merchantId} and (a.carrier = s.carrier or a.aggregator)
    left join carrier_routes r on r.merchant_id = a.merchant_id and r.carrier = s.carrier and r.account_id = a.id
    where r.account_id is not null
      or not exists (select 1 from carrier_routes x where x.merchant_id = ${merchantId} and x.carrier = s.carrier)
    order by s.carrier, r.position, a.aggregator, a.created_at, a.id`);
}
