import { type SQL, sql } from "drizzle-orm";
import { type Db, driverOf, type Tx } from "#db/client.ts";
import { ask, statement } from "#db/statement.ts";
import { readTenant, tenantRead } from "#db/tenant.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { isoUtc } from "./iso-utc.ts";

export type PushDoor = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

const doorOfKey = statement<PushDoor>(sql`
  select merchant_id as "merchantId", account_id as "accountId" from account_index
  where webhook_key = ${sql.placeholder("webhookKey")}`);

/** A door: whose push address this is, or null. Uses `account_index`'s primary key. */
export async function findPushDoor(db: Db, webhookKey: string): Promise<PushDoor | null> {
  const [row] = await ask(driverOf(db), doorOfKey, { webhookKey });
  return row ?? null;
}

/** An account as a push needs it. `secret` is sealed; whoever opens it checks the form. */
export type PushAccount = { readonly carrier: string; readonly secret: unknown };

const accountOfKey = tenantRead<PushAccount>(sql`
  select carrier, webhook_secret as secret from carrier_accounts
  where merchant_id = ${sql.placeholder("merchantId")}::uuid and id = ${sql.placeholder("accountId")}::uuid
    and webhook_key = ${sql.placeholder("webhookKey")} and webhook_secret is not null`);

/** The account behind a door, or null when it takes no pushes at this address any more. Uses the primary key. */
export async function findPushAccount(
  db: Db,
  door: PushDoor & { readonly webhookKey: string },
): Promise<PushAccount | null> {
  const [row] = await readTenant(db, accountOfKey, door);
  return row ?? null;
}

/** Stores what was pushed; false when this delivery is known already. Index: carrier_pushes_once. */
export async function storePush(
  tx: Tx,
  push: PushDoor & { readonly id: string; readonly deliveryKey: string; readonly body: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into carrier_pushes (merchant_id, id, account_id, delivery_key, body)
    values (${push.merchantId}, ${push.id}, ${push.accountId}, ${push.deliveryKey}, ${push.body})
    on conflict (merchant_id, account_id, delivery_key) do nothing`);
  return rows.count > 0;
}

export type WaitingPush = {
  readonly accountId: CarrierAccountId;
  readonly carrier: string;
  readonly sandbox: boolean;
  readonly body: string;
  /** ISO instant, by the database's clock. */
  readonly receivedAt: string;
};

type PushKey = { readonly merchantId: MerchantId; readonly pushId: string };

/** A push that nobody has worked in yet, locked until the transaction ends; null for one that is. Uses the primary key. */
export async function lockPush(tx: Tx, { merchantId, pushId }: PushKey): Promise<WaitingPush | null> {
  const [row] = await tx.execute<WaitingPush>(sql`
    select p.account_id as "accountId", a.carrier, a.sandbox, p.body, ${isoUtc("received_at")} as "receivedAt"
    from carrier_pushes p join carrier_accounts a on a.merchant_id = p.merchant_id and a.id = p.account_id
    where p.merchant_id = ${merchantId} and p.id = ${pushId} and p.worked_at is null and p.body is not null
    for update of p`);
  return row ?? null;
}

export type PushOutcome = "news" | "nothing_new" | "no_parcel" | "hint" | "unreadable";

/** Notes what became of a push; its body goes. Uses the primary key. */
export async function endPush(
  tx: Tx,
  { merchantId, pushId, outcome }: PushKey & { readonly outcome: PushOutcome },
): Promise<void> {
  await tx.execute(sql`
    update carrier_pushes set worked_at = now(), body = null, outcome = ${outcome}
    where merchant_id = ${merchantId} and id = ${pushId}`);
}

export type PushedParcel = {
  readonly shipmentId: ShipmentId;
  readonly number: string;
  readonly carrier: string;
  readonly refusedBy: CarrierAccountId | null;
  /** ISO instant at which we first knew of the parcel. */
  readonly knownSince: string;
  /** This account answers for the parcel; where another does, both would tell each scan in words of their own. */
  readonly isInCharge: boolean;
};

/**
 * The merchant's parcels of these numbers: of the account's own carrier, of any carrier for an aggregator. The carriers that
 * a merchant has are found by leaps, so that each number is looked up by the whole of its index. Index: shipments_by_number.
 */
export async function parcelsOfPush(
  tx: Tx,
  input: PushDoor & { readonly carrier: string; readonly isAggregator: boolean; readonly numbers: readonly string[] },
): Promise<readonly PushedParcel[]> {
  const { merchantId, accountId, carrier } = input;
  const carriers = input.isAggregator
    ? sql`(select carrier from shipments where merchant_id = ${merchantId} order by carrier limit 1)
        union all
        select (select s.carrier from shipments s where s.merchant_id = ${merchantId} and s.carrier > c.carrier
          order by s.carrier limit 1) from carriers c where c.carrier is not null`
    : sql`select ${carrier}::text as carrier`;
  return tx.execute<PushedParcel>(sql`
    with recursive carriers as (${carriers})
    select s.id as "shipmentId", s.tracking_number as number, s.carrier, ${isoUtc("created_at")} as "knownSince",
      (select d.refused_by from due_shipments d
        where d.merchant_id = s.merchant_id and d.shipment_id = s.id) as "refusedBy",
      coalesce(
        (select d.account_id = ${accountId} from due_shipments d
         where d.merchant_id = s.merchant_id and d.shipment_id = s.id),
        s.carrier = ${carrier} or not exists (
          select 1 from carrier_accounts a where a.merchant_id = s.merchant_id and a.carrier = s.carrier)
      ) as "isInCharge"
    from carriers c join shipments s on s.merchant_id = ${merchantId} and s.carrier = c.carrier
      and s.tracking_number in (select jsonb_array_elements_text(${JSON.stringify(input.numbers)}::text::jsonb))`);
}

type Parcels = { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] };

/** The newest instant that a scan of the parcel was given (ISO), or null. Index: observations_by_shipment. */
export async function newestScanOf(
  tx: Tx,
  { merchantId, shipmentId }: { readonly merchantId: MerchantId; readonly shipmentId: ShipmentId },
): Promise<string | null> {
  const [row] = await tx.execute<{ newest: string | null }>(sql`
    select ${isoUtc("newest")} as newest from (
      select max(instant) as newest from observations
      where merchant_id = ${merchantId} and shipment_id = ${shipmentId} and kind = 'scan') told`);
  return row?.newest ?? null;
}

/**
 * These parcels were told of by a push, which counts like an asking for those who look; that goes on for `pushedForMs`. Uses
 * the primary keys.
 */
export async function noteReports(tx: Tx, input: Pushed): Promise<void> {
  await tx.execute(sql`
    with pushed as (${pushedUntil(input)})
    update due_shipments set tried_at = greatest(tried_at, ${input.receivedAt}::timestamptz)
    where merchant_id = ${input.merchantId} and shipment_id in (${idList(input.shipmentIds)})
      and (lease_until is null or lease_until <= now())`);
}

type Pushed = Parcels & { readonly receivedAt: string; readonly pushedForMs: number };

/** The carrier pushes news of these parcels. Uses the primary key. */
export async function notePushed(tx: Tx, input: Pushed): Promise<void> {
  await tx.execute(pushedUntil(input));
}

function pushedUntil({ merchantId, shipmentIds, receivedAt, pushedForMs }: Pushed): SQL {
  return sql`
    update tracking_states
    set pushed_until = greatest(pushed_until,
      ${receivedAt}::timestamptz + make_interval(secs => ${pushedForMs / 1_000}::float8))
    where merchant_id = ${merchantId} and shipment_id in (${idList(shipmentIds)})`;
}

/** Forgets pushes after so many days, at most 10,000 at once; returns how many. Index: carrier_pushes_by_age. */
export async function deleteOldPushes(
  tx: Tx,
  { merchantId, days }: { readonly merchantId: MerchantId; readonly days: number },
): Promise<number> {
  const gone = await tx.execute(sql`
    delete from carrier_pushes where merchant_id = ${merchantId} and id in (
      select id from carrier_pushes where merchant_id = ${merchantId} and received_at < now() - make_interval(days => ${days})
      order by received_at limit 10000)`);
  return gone.count;
}

function idList(ids: readonly string[]) {
  return sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid`;
}
