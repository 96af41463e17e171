import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** The longest that anyone may hold a parcel: a flight that died frees it after this. */
const LEASE_SECONDS = 45;

/** So many calls to one account at once, whoever makes them. */
const CALLS_AT_ONCE = 4;
/** No call takes longer (`askCarrier` gives up after 20 s): an older flight is dead and keeps no other from starting. */
const CALL_SECONDS = 25;

/** An account that is left alone for the moment (see `pauseAccount`). */
const isPaused = (account: SQL) =>
  sql`exists (select 1 from account_pauses p where p.account_id = ${account} and p.paused_until > now())`;

/**
 * Accounts with due parcels that nobody asks about, and how many calls they can use at most. Goes from account to account,
 * so that the backlog of one hides none of the others. Index: due_shipments_by_account.
 */
export async function accountsDue(db: Db): Promise<readonly (Account & { readonly calls: number })[]> {
  const rows = await db.execute<{ merchant_id: string; account_id: string; calls: number }>(sql`
    with recursive accounts as (
      (select account_id, merchant_id from due_shipments where account_id is not null order by account_id limit 1)
      union all
      select next.account_id, next.merchant_id from accounts, lateral (
        select account_id, merchant_id from due_shipments where account_id > accounts.account_id
        order by account_id limit 1) next
    )
    select merchant_id, account_id, due.calls from accounts, lateral (
      select count(*)::int as calls from (
        select 1 from due_shipments d
        where d.account_id = accounts.account_id and d.next_check_at <= now()
          and (d.lease_until is null or d.lease_until <= now())
        limit ${CALLS_AT_ONCE}) few) due
    where due.calls > 0 and not ${isPaused(sql`accounts.account_id`)}`);
  return rows.map((row) => ({ merchantId: row.merchant_id, accountId: row.account_id, calls: row.calls }));
}

/**
 * Takes at most `limit` due parcels of one account for `leaseId`, most overdue first; none while the account is paused or
 * has enough calls under way. Materialized, since a join that looks at its inner side again and again would claim more at
 * each look. Indexes: due_shipments_by_account, due_shipments_in_flight.
 */
export async function claimDue(
  db: Db,
  input: Account & { readonly limit: number; readonly leaseId: string },
): Promise<readonly ShipmentId[]> {
  const rows = await db.execute<{ shipment_id: string }>(sql`
    with mine as materialized (
      select merchant_id, shipment_id from due_shipments
      where account_id = ${input.accountId} and merchant_id = ${input.merchantId} and next_check_at <= now()
        and (lease_until is null or lease_until <= now())
        and not ${isPaused(sql`${input.accountId}::uuid`)}
        and (select count(distinct lease_id) from due_shipments
             where account_id = ${input.accountId}
               and lease_until > now() + make_interval(secs => ${LEASE_SECONDS - CALL_SECONDS})) < ${CALLS_AT_ONCE}
      order by next_check_at limit ${input.limit}
      for update skip locked
    )
    update due_shipments d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_id = ${input.leaseId}
    from mine
    where d.merchant_id = mine.merchant_id and d.shipment_id = mine.shipment_id
    returning d.shipment_id`);
  return rows.map((row) => row.shipment_id);
}

export type Claimed = {
  readonly shipmentId: ShipmentId;
  readonly accountId: CarrierAccountId;
  readonly carrier: string;
};

/** No carrier is asked about a parcel again within this time, however many look, in milliseconds. */
export type AskFloors = { readonly floorMs: number; readonly sandboxFloorMs: number };

/** A due parcel `d` of an account `a` about which a look may ask: nobody is asking, and nobody did within the floor. */
const isAskable = ({ floorMs, sandboxFloorMs }: Readonly<Record<keyof AskFloors, unknown>>) => sql`
  a.merchant_id = d.merchant_id and a.id = d.account_id and not ${isPaused(sql`d.account_id`)}
  and (d.lease_until is null or d.lease_until <= now())
  and (d.tried_at is null or d.tried_at <= now() - make_interval(
    secs => case when a.sandbox then ${sandboxFloorMs}::float8 else ${floorMs}::float8 end / 1000.0))`;

/** For a statement with the floors as placeholders: what `claimForLook` would claim among these parcels `d`. */
export const askableAmong = (which: SQL) => sql`
  select 1 from due_shipments d, carrier_accounts a
  where ${which} and ${isAskable({ floorMs: sql.placeholder("floorMs"), sandboxFloorMs: sql.placeholder("sandboxFloorMs") })}`;

/**
 * Takes those of an order's parcels that nobody asks about and that nobody asked about within the floor. One statement, so
 * of many who look at once one gets them. Uses the primary keys.
 */
export async function claimForLook(
  tx: Tx,
  input: AskFloors & {
    readonly merchantId: MerchantId;
    readonly shipmentIds: readonly ShipmentId[];
    readonly leaseId: string;
  },
): Promise<readonly Claimed[]> {
  return tx.execute<Claimed>(sql`
    update due_shipments d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_id = ${input.leaseId}
    from carrier_accounts a
    where d.merchant_id = ${input.merchantId} and d.shipment_id in (${idList(input.shipmentIds)})
      and ${isAskable(input)}
    returning d.shipment_id as "shipmentId", d.account_id as "accountId", a.carrier`);
}

/** Whether somebody is asking about one of these parcels at this moment. Uses the primary key. */
export async function isAnyAsked(
  db: Db,
  input: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<boolean> {
  const [row] = await db.execute<{ asked: boolean }>(sql`
    select exists (
      select 1 from due_shipments where merchant_id = ${input.merchantId}
        and shipment_id in (${idList(input.shipmentIds)}) and lease_until > now()) as asked`);
  return row?.asked === true;
}

/** `waitMs` until the next asking; null when there is nothing more to ask. */
export type NextCheck = { readonly shipmentId: ShipmentId; readonly waitMs: number | null };

/** Gives parcels back with what comes next. Those whose lease went to another in the meantime are left to it. */
export async function giveBack(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly leaseId: string; readonly checks: readonly NextCheck[] },
): Promise<void> {
  const going = input.checks.filter(({ waitMs }) => waitMs !== null);
  const done = input.checks.filter(({ waitMs }) => waitMs === null);
  if (going.length > 0) {
    await tx.execute(sql`
      update due_shipments d
      set lease_until = null, lease_id = null, tried_at = now(),
        next_check_at = now() + make_interval(secs => c."waitMs" / 1000.0)
      from jsonb_to_recordset(${JSON.stringify(going)}::text::jsonb) as c("shipmentId" uuid, "waitMs" float8)
      where d.merchant_id = ${input.merchantId} and d.shipment_id = c."shipmentId" and d.lease_id = ${input.leaseId}`);
  }
  if (done.length > 0) {
    await tx.execute(sql`
      delete from due_shipments where merchant_id = ${input.merchantId} and lease_id = ${input.leaseId}
        and shipment_id in (${idList(done.map(({ shipmentId }) => shipmentId))})`);
  }
}

/** Parcels that were handed over longer ago are not asked about: carriers have forgotten them (UPS keeps 120 days). */
const MAX_AGE_DAYS = 120;

/** What can still have news: of `s` nobody said that its journey has ended. */
const isOpen = sql`(s.shipped_at is null or s.shipped_at > now() - make_interval(days => ${MAX_AGE_DAYS}))
  and not exists (
    select 1 from tracking_states t where t.merchant_id = s.merchant_id and t.shipment_id = s.id
      and t.status in ('delivered', 'returned', 'cancelled'))`;

/** Puts open parcels on the schedule, at once, with the merchant's account for their carrier. Uses the primary keys. */
export async function scheduleShipments(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  if (input.shipmentIds.length === 0) return;
  await tx.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
    select s.merchant_id, s.id, (
      select a.id from carrier_accounts a where a.merchant_id = s.merchant_id and a.carrier = s.carrier
      order by a.created_at, a.id limit 1), now()
    from shipments s
    where s.merchant_id = ${input.merchantId} and s.id in (${idList(input.shipmentIds)}) and ${isOpen}
    on conflict do nothing`);
}

/** Of parcel `s` nothing was heard for so long that nobody asks any more, and nobody asked within a day. */
const isForgotten = sql`exists (
    select 1 from tracking_states t
    where t.merchant_id = s.merchant_id and t.shipment_id = s.id and t.asked_at < now() - interval '1 day')
  and ${isOpen}`;

/** What `reviveShipments` would put back on the schedule, of parcel `s`. */
export const revivable = sql`(${isForgotten}
  and exists (select 1 from carrier_accounts a where a.merchant_id = s.merchant_id and a.carrier = s.carrier)
  and not exists (select 1 from due_shipments d where d.merchant_id = s.merchant_id and d.shipment_id = s.id))`;

/**
 * Somebody looks: open parcels that dropped out of the schedule, because nothing was heard of them for long, are asked about
 * again, at most once a day. Uses the primary keys.
 */
export async function reviveShipments(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  await tx.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
    select s.merchant_id, s.id, a.id, now()
    from shipments s
    join lateral (
      select id from carrier_accounts a where a.merchant_id = s.merchant_id and a.carrier = s.carrier
      order by a.created_at, a.id limit 1) a on true
    where s.merchant_id = ${input.merchantId} and s.id in (${idList(input.shipmentIds)}) and ${isForgotten}
    on conflict do nothing`);
}

/**
 * Lets an account answer, from now on, for its carrier's open parcels that have none, also for those that were never
 * scheduled, and for its own at once: new keys are tried without delay. Returns how many. Index: shipments_by_number.
 */
export async function assignAccount(tx: Tx, input: Account & { readonly carrier: string }): Promise<number> {
  await tx.execute(sql`delete from account_pauses where account_id = ${input.accountId}`);
  const rows = await tx.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
    select s.merchant_id, s.id, ${input.accountId}::uuid, now()
    from shipments s
    where s.merchant_id = ${input.merchantId} and s.carrier = ${input.carrier} and ${isOpen}
    on conflict (merchant_id, shipment_id) do update set account_id = excluded.account_id, next_check_at = now()
      where due_shipments.account_id is null or due_shipments.account_id = excluded.account_id`);
  return rows.count;
}

function idList(ids: readonly string[]) {
  return sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid`;
}
