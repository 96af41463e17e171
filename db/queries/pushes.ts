import { sql } from "drizzle-orm";
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

export type PushToStore = {
  readonly id: string;
  readonly accountId: CarrierAccountId;
  readonly deliveryKey: string;
  readonly body: string;
};

/** Stores what was pushed; returns the ids of those that were not known already. Index: carrier_pushes_once. */
export async function storePushes(
  tx: Tx,
  { merchantId, pushes }: { readonly merchantId: MerchantId; readonly pushes: readonly PushToStore[] },
): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    insert into carrier_pushes (merchant_id, id, account_id, delivery_key, body)
    select ${merchantId}::uuid, id, "accountId", "deliveryKey", body
    from jsonb_to_recordset(${JSON.stringify(pushes)}::text::jsonb)
      as p(id uuid, "accountId" uuid, "deliveryKey" text, body text)
    order by "deliveryKey"
    on conflict (merchant_id, account_id, delivery_key) do nothing
    returning id`);
  return rows.map(({ id }) => id);
}

export type WaitingPush = {
  readonly id: string;
  readonly accountId: CarrierAccountId;
  readonly carrier: string;
  readonly sandbox: boolean;
  readonly body: string;
  /** ISO instant, by the database's clock. */
  readonly receivedAt: string;
};

type PushKeys = { readonly merchantId: MerchantId; readonly pushIds: readonly string[] };

/** Those pushes that nobody has worked in yet, locked until the transaction ends, as they were received. Uses the primary key. */
export async function lockPushes(tx: Tx, { merchantId, pushIds }: PushKeys): Promise<readonly WaitingPush[]> {
  const rows = await tx.execute<WaitingPush>(sql`
    select p.id, p.account_id as "accountId", a.carrier, a.sandbox, p.body, ${isoUtc("received_at")} as "receivedAt"
    from carrier_pushes p join carrier_accounts a on a.merchant_id = p.merchant_id and a.id = p.account_id
    where p.merchant_id = ${merchantId} and p.id = any(${idArray(pushIds)}) and p.worked_at is null and p.body is not null
    order by p.id for update of p`);
  return rows.toSorted((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export type PushOutcome = "news" | "nothing_new" | "no_parcel" | "hint" | "unreadable";
/** `outcome` is null where it was given up. */
export type EndedPush = { readonly id: string; readonly outcome: PushOutcome | null };

/** Notes what became of pushes; their bodies go. Uses the primary key. */
export async function endPushes(
  tx: Tx,
  { merchantId, ended }: { readonly merchantId: MerchantId; readonly ended: readonly EndedPush[] },
): Promise<void> {
  await tx.execute(sql`
    update carrier_pushes p set worked_at = now(), body = null, outcome = e.outcome
    from jsonb_to_recordset(${JSON.stringify(ended)}::text::jsonb) as e(id uuid, outcome text)
    where p.merchant_id = ${merchantId} and p.id = e.id`);
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
export async function parcelsOfPushes(
  tx: Tx,
  input: PushDoor & { readonly carrier: string; readonly isAggregator: boolean; readonly numbers: readonly string[] },
): Promise<readonly PushedParcel[]> {
  const { merchantId, accountId, carrier } = input;
  if (input.numbers.length === 0) return [];
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
      and s.tracking_number = any(array(
        select jsonb_array_elements_text(${JSON.stringify(input.numbers)}::text::jsonb)))`);
}

type Parcels = { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] };

/** How much is known of a parcel: its observations, and the newest instant that a scan of it was given (ISO). */
export type Heard = { readonly shipmentId: ShipmentId; readonly count: number; readonly newest: string | null };

/** How much is known of each of these parcels; nothing for one of which nothing is. Index: observations_by_shipment. */
export async function heardOf(tx: Tx, { merchantId, shipmentIds }: Parcels): Promise<readonly Heard[]> {
  return tx.execute<Heard>(sql`
    select shipment_id as "shipmentId", count, ${isoUtc("newest")} as newest from (
      select shipment_id, count(*)::int as count, max(instant) filter (where kind = 'scan') as newest from observations
      where merchant_id = ${merchantId} and shipment_id = any(${idArray(shipmentIds)})
      group by shipment_id) told`);
}

/** The carrier pushes news of these parcels, at least for so long from now. Uses the primary key. */
export async function notePushed(tx: Tx, input: Parcels & { readonly forMs: number }): Promise<void> {
  await tx.execute(sql`
    update tracking_states
    set pushed_until = greatest(pushed_until, now() + make_interval(secs => ${input.forMs / 1_000}::float8))
    where merchant_id = ${input.merchantId} and shipment_id = any(${idArray(input.shipmentIds)})`);
}

/**
 * A push about these parcels counts as an asking for those who look. One that somebody asks about at this moment is left to
 * them. Uses the primary key.
 */
export async function noteTold(tx: Tx, { merchantId, shipmentIds }: Parcels): Promise<void> {
  await tx.execute(sql`
    with free as materialized (
      select shipment_id from due_shipments
      where merchant_id = ${merchantId} and shipment_id = any(${idArray(shipmentIds)})
        and (lease_until is null or lease_until <= now())
      order by shipment_id for update
    )
    update due_shipments d set tried_at = now()
    from free where d.merchant_id = ${merchantId} and d.shipment_id = free.shipment_id`);
}

/**
 * Pushes that nobody has worked in for so long, the oldest first, not those that came before `untilMinutes` ago. Index:
 * carrier_pushes_by_age, of which it reads all that came within these times.
 */
export async function leftPushes(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly afterMinutes: number;
    readonly untilMinutes: number;
    readonly most: number;
  },
): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from carrier_pushes
    where merchant_id = ${input.merchantId} and worked_at is null and body is not null
      and received_at <= now() - make_interval(mins => ${input.afterMinutes})
      and received_at > now() - make_interval(mins => ${input.untilMinutes})
    order by received_at limit ${input.most}`);
  return rows.map(({ id }) => id);
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

function idArray(ids: readonly string[]) {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid)`;
}
