import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** The longest that anyone may hold a parcel: a flight that died frees it after this. */
const LEASE_SECONDS = 45;

/** How many of the most overdue parcels one look takes in; the rest waits for the next look, seconds later. */
const LOOK_AT = 5_000;

/** Accounts with due parcels that nobody asks about, and how many of them are due. Index: due_shipments_by_time. */
export async function accountsDue(db: Db): Promise<readonly (Account & { readonly due: number })[]> {
  const rows = await db.execute<{ merchant_id: string; account_id: string; due: number }>(sql`
    select merchant_id, account_id, count(*)::int as due
    from (
      select merchant_id, account_id, lease_until from due_shipments
      where account_id is not null and next_check_at <= now()
      order by next_check_at limit ${LOOK_AT}
    ) overdue
    where lease_until is null or lease_until <= now()
    group by merchant_id, account_id`);
  return rows.map((row) => ({ merchantId: row.merchant_id, accountId: row.account_id, due: row.due }));
}

/** Takes at most `limit` due parcels of one account for `leaseId`, most overdue first. Index: due_shipments_by_account. */
export async function claimDue(
  db: Db,
  input: Account & { readonly limit: number; readonly leaseId: string },
): Promise<readonly ShipmentId[]> {
  const rows = await db.execute<{ shipment_id: string }>(sql`
    update due_shipments d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_id = ${input.leaseId}
    from (
      select merchant_id, shipment_id from due_shipments
      where account_id = ${input.accountId} and merchant_id = ${input.merchantId} and next_check_at <= now()
        and (lease_until is null or lease_until <= now())
      order by next_check_at limit ${input.limit}
      for update skip locked
    ) mine
    where d.merchant_id = mine.merchant_id and d.shipment_id = mine.shipment_id
    returning d.shipment_id`);
  return rows.map((row) => row.shipment_id);
}

export type Claimed = {
  readonly shipmentId: ShipmentId;
  readonly accountId: CarrierAccountId;
  readonly carrier: string;
};

/**
 * Takes those of an order's parcels that nobody asks about and that nobody asked about within the floor. One statement, so
 * of many who look at once one gets them. Uses the primary keys.
 */
export async function claimForLook(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly shipmentIds: readonly ShipmentId[];
    readonly floorMs: number;
    readonly sandboxFloorMs: number;
    readonly leaseId: string;
  },
): Promise<readonly Claimed[]> {
  return tx.execute<Claimed>(sql`
    update due_shipments d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_id = ${input.leaseId}
    from carrier_accounts a
    where d.merchant_id = ${input.merchantId} and d.shipment_id in (${idList(input.shipmentIds)})
      and a.merchant_id = d.merchant_id and a.id = d.account_id
      and (d.lease_until is null or d.lease_until <= now())
      and (d.tried_at is null or d.tried_at <= now() - make_interval(
        secs => case when a.sandbox then ${input.sandboxFloorMs}::float8 else ${input.floorMs}::float8 end / 1000.0))
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

/**
 * Puts parcels that were never asked about on the schedule, at once, with the merchant's oldest account for their carrier.
 * Not those handed over more than `MAX_AGE_DAYS` ago: carriers have forgotten them (UPS keeps 120 days).
 */
export async function scheduleNewShipments(
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
    where s.merchant_id = ${input.merchantId} and s.id in (${idList(input.shipmentIds)})
      and (s.shipped_at is null or s.shipped_at > now() - make_interval(days => ${MAX_AGE_DAYS}))
      and not exists (
        select 1 from tracking_states t where t.merchant_id = s.merchant_id and t.shipment_id = s.id)
    on conflict do nothing`);
}

const MAX_AGE_DAYS = 120;

/**
 * Lets a new account answer for its carrier's parcels that have none, also for those that were never scheduled; returns how
 * many. Index: shipments_by_number.
 */
export async function assignAccount(tx: Tx, input: Account & { readonly carrier: string }): Promise<number> {
  const rows = await tx.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
    select s.merchant_id, s.id, ${input.accountId}::uuid, now()
    from shipments s
    where s.merchant_id = ${input.merchantId} and s.carrier = ${input.carrier}
      and (s.shipped_at is null or s.shipped_at > now() - make_interval(days => ${MAX_AGE_DAYS}))
      and not exists (
        select 1 from tracking_states t where t.merchant_id = s.merchant_id and t.shipment_id = s.id)
    on conflict (merchant_id, shipment_id) do update set account_id = excluded.account_id
      where due_shipments.account_id is null`);
  return rows.count;
}

function idList(ids: readonly string[]) {
  return sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid`;
}
