import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** A page of all accounts that have a push address, by its key, after `after`. Uses `account_index`'s primary key. */
export async function pushAccountsAfter(
  db: Db,
  after: string,
  limit: number,
): Promise<readonly (Account & { readonly webhookKey: string })[]> {
  return db.execute<Account & { readonly webhookKey: string }>(sql`
    select webhook_key as "webhookKey", merchant_id as "merchantId", account_id as "accountId" from account_index
    where webhook_key > ${after} order by webhook_key limit ${limit}`);
}

/**
 * Notes those of the next `limit` parcels after `after` for which the account answers and of which no carrier was asked to
 * push yet; they are due at once. Returns the last parcel that was looked at, null when there was none. Uses the primary keys.
 */
export async function noteUnsubscribed(
  tx: Tx,
  input: Account & { readonly after: ShipmentId; readonly limit: number },
): Promise<ShipmentId | null> {
  const { merchantId, accountId, after, limit } = input;
  const [row] = await tx.execute<{ last: string | null }>(sql`
    with page as materialized (
      select id from shipments where merchant_id = ${merchantId} and id > ${after}::uuid order by id limit ${limit}
    ), noted as (
      insert into push_subscriptions (merchant_id, shipment_id, account_id, renew_at)
      select ${merchantId}::uuid, page.id, ${accountId}::uuid, now() from page
      join due_shipments d on d.merchant_id = ${merchantId} and d.shipment_id = page.id and d.account_id = ${accountId}
      on conflict (merchant_id, shipment_id) do update set account_id = excluded.account_id, renew_at = now(), failures = 0
        where push_subscriptions.account_id <> excluded.account_id
    )
    select id as last from page order by id desc limit 1`);
  return row?.last ?? null;
}

export type Subscribing = { readonly shipmentId: ShipmentId; readonly number: string; readonly failures: number };

/**
 * Takes at most `limit` subscriptions of the account that are new or run out, for so many seconds: who dies in the middle
 * frees them by that. Those whose parcel is finished or is answered for by another account are forgotten. None while
 * the account is left alone. Index: push_subscriptions_by_renewal.
 */
export async function takeSubscriptions(
  tx: Tx,
  input: Account & { readonly limit: number; readonly forSeconds: number },
): Promise<readonly Subscribing[]> {
  const { merchantId, accountId, limit, forSeconds } = input;
  return tx.execute<Subscribing>(sql`
    with mine as materialized (
      select shipment_id, exists (
          select 1 from due_shipments d where d.merchant_id = p.merchant_id and d.shipment_id = p.shipment_id
            and d.account_id = ${accountId}) as is_open
      from push_subscriptions p
      where merchant_id = ${merchantId} and account_id = ${accountId} and renew_at <= now()
        and not exists (
          select 1 from account_pauses a where a.account_id = ${accountId} and a.paused_until > now())
      order by renew_at limit ${limit} for update skip locked
    ), gone as (
      delete from push_subscriptions p using mine
      where p.merchant_id = ${merchantId} and p.shipment_id = mine.shipment_id and not mine.is_open
    )
    update push_subscriptions p set renew_at = now() + make_interval(secs => ${forSeconds})
    from mine join shipments s on s.merchant_id = ${merchantId} and s.id = mine.shipment_id
    where p.merchant_id = ${merchantId} and p.shipment_id = mine.shipment_id and mine.is_open
    returning p.shipment_id as "shipmentId", s.tracking_number as number, p.failures`);
}

/** How asking the carrier went for one parcel: when it is asked again, in milliseconds from now. */
export type Subscribed = {
  readonly shipmentId: ShipmentId;
  readonly waitMs: number;
  readonly failures: number;
  readonly problem: string | null;
};

/** Notes how it went. Uses the primary key. */
export async function saveSubscriptions(
  tx: Tx,
  { merchantId, subscribed }: { readonly merchantId: MerchantId; readonly subscribed: readonly Subscribed[] },
): Promise<void> {
  if (subscribed.length === 0) return;
  await tx.execute(sql`
    update push_subscriptions p
    set renew_at = now() + make_interval(secs => s."waitMs" / 1000.0), failures = s.failures, problem = s.problem
    from jsonb_to_recordset(${JSON.stringify(subscribed)}::text::jsonb)
      as s("shipmentId" uuid, "waitMs" float8, failures int, problem text)
    where p.merchant_id = ${merchantId} and p.shipment_id = s."shipmentId"`);
}

/** Makes all of an account's subscriptions due: its address changed. Index: push_subscriptions_by_renewal. */
export async function askAgainForAll(tx: Tx, { merchantId, accountId }: Account): Promise<void> {
  await tx.execute(sql`
    update push_subscriptions set renew_at = now(), failures = 0
    where merchant_id = ${merchantId} and account_id = ${accountId}`);
}
