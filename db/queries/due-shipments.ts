import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import type { Urgency } from "#lib/tracking/urgency.ts";
import { isPaused } from "./answering-account.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** The longest that anyone may hold a parcel: a flight that died frees it after this. */
const LEASE_SECONDS = 45;

/** So many flights of one account's schedule at once, whoever makes them; one while it is not known whether it answers again. */
const FLIGHTS_AT_ONCE = 4;
/** No flight takes longer (`askCarrier` sees to that): an older one is dead and keeps no other from starting. */
const FLIGHT_SECONDS = 35;

/**
 * Accounts with due parcels that nobody asks about, and how many flights they can use at most; not those whose calls are
 * spent, nor those that are left alone. Goes from account to account, so that the backlog of one hides none of the others.
 * Index: due_shipments_by_account.
 */
export async function accountsDue(db: Db): Promise<readonly (Account & { readonly flights: number })[]> {
  const rows = await db.execute<{ merchant_id: string; account_id: string; flights: number }>(sql`
    with recursive accounts as (
      (select account_id, merchant_id from due_shipments where account_id is not null order by account_id limit 1)
      union all
      select next.account_id, next.merchant_id from accounts, lateral (
        select account_id, merchant_id from due_shipments where account_id > accounts.account_id
        order by account_id limit 1) next
    )
    select merchant_id, account_id, due.flights from accounts, lateral (
      select count(*)::int as flights from (
        select 1 from (values (0), (1), (2), (3)) c (urgency), lateral (
          select 1 from due_shipments d
          where d.account_id = accounts.account_id and d.urgency = c.urgency and d.next_check_at <= now()
            and (d.lease_until is null or d.lease_until <= now())
          limit ${FLIGHTS_AT_ONCE}) of_urgency
        limit ${FLIGHTS_AT_ONCE}) due_ones) due
    where due.flights > 0 and not ${isPaused(sql`accounts.account_id`)}
      and not exists (select 1 from call_budgets b where b.account_id = accounts.account_id and b.free_at > now())`);
  return rows.map((row) => ({ merchantId: row.merchant_id, accountId: row.account_id, flights: row.flights }));
}

/** How many parcels of an account are due, counted up to 10,000. Index: due_shipments_by_account. */
export async function countDue(db: Pick<Db, "execute">, accountId: CarrierAccountId): Promise<number> {
  const [row] = await db.execute<{ due: number }>(sql`
    select count(*)::int as due from (
      select 1 from (values (0), (1), (2), (3)) c (urgency), lateral (
        select 1 from due_shipments
        where account_id = ${accountId} and urgency = c.urgency and next_check_at <= now() limit 10000) of_urgency
      limit 10000) due_ones`);
  return row?.due ?? 0;
}

/**
 * How long news of a parcel may be late, in seconds, by urgency. When there are more due parcels than calls, those go first
 * that are late by the largest part of it: so what matters most comes first, and nothing waits for ever.
 */
const PATIENCE_SECONDS = [900, 3_600, 14_400, 86_400] as const;

/**
 * Takes at most `limit` due parcels of one account for `leaseId`, the latest in proportion to their urgency first; none while
 * the account is paused or has enough flights under way. Materialized, since a join that looks at its inner side again and
 * again would claim more at each look. Indexes: due_shipments_by_account, due_shipments_in_flight.
 */
export async function claimDue(
  db: Pick<Db, "execute">,
  input: Account & { readonly limit: number; readonly leaseId: string },
): Promise<readonly ShipmentId[]> {
  const patience = sql.join(
    PATIENCE_SECONDS.map((seconds, urgency) => sql`(${sql.raw(`${urgency}, ${seconds}`)})`),
    sql`, `,
  );
  const rows = await db.execute<{ shipment_id: string }>(sql`
    with mine as materialized (
      select d.merchant_id, d.shipment_id from (values ${patience}) c (urgency, patience), lateral (
        select merchant_id, shipment_id, next_check_at from due_shipments
        where account_id = ${input.accountId} and merchant_id = ${input.merchantId} and urgency = c.urgency
          and next_check_at <= now() and (lease_until is null or lease_until <= now())
        order by next_check_at limit ${input.limit}
        for update skip locked) d
      where not ${isPaused(sql`${input.accountId}::uuid`)} and ${mayStart(input.accountId)}
      order by extract(epoch from now() - d.next_check_at) / c.patience desc limit ${input.limit}
    )
    update due_shipments d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_id = ${input.leaseId}
    from mine
    where d.merchant_id = mine.merchant_id and d.shipment_id = mine.shipment_id
    returning d.shipment_id`);
  return rows.map((row) => row.shipment_id);
}

/**
 * Fewer flights than allowed are under way; a single one after a failure, to find out whether the account answers again. Who
 * looks (see `newLookLease`) is no flight: shoppers would hold up the schedule.
 */
const mayStart = (accountId: CarrierAccountId) => sql`(
  select count(distinct lease_id) from due_shipments
  where account_id = ${accountId} and lease_until > now() + make_interval(secs => ${LEASE_SECONDS - FLIGHT_SECONDS})
    and substr(lease_id::text, 15, 1) <> '4'
) < (case when exists (select 1 from account_pauses p where p.account_id = ${accountId}) then 1 else ${FLIGHTS_AT_ONCE} end)`;

export type Claimed = {
  readonly shipmentId: ShipmentId;
  readonly accountId: CarrierAccountId;
  /** The account's carrier, which may be an aggregator. */
  readonly askedOf: string;
  readonly sandbox: boolean;
};

/**
 * A lease for who looks: a random id (RFC 9562, UUID version 4), which tells it from a flight's (`newId`, version 7) wherever
 * it is kept.
 */
export const newLookLease = (): string => crypto.randomUUID();

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
    with askable as materialized (
      select d.shipment_id, a.carrier, a.sandbox from due_shipments d, carrier_accounts a
      where d.merchant_id = ${input.merchantId} and d.shipment_id = any(array(${idList(input.shipmentIds)}))
        and ${isAskable(input)}
      order by d.shipment_id for update of d
    )
    update due_shipments d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_id = ${input.leaseId}
    from askable
    where d.merchant_id = ${input.merchantId} and d.shipment_id = askable.shipment_id
    returning d.shipment_id as "shipmentId", d.account_id as "accountId", askable.carrier as "askedOf", askable.sandbox`);
}

/**
 * Locks what is scheduled of these parcels until the transaction ends, by their ids, as everybody does who changes several:
 * so no two wait for each other in a circle. For who changes them in more than one statement. Uses the primary key.
 */
export async function lockDue(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  await tx.execute(sql`
    select 1 from due_shipments where merchant_id = ${merchantId} and shipment_id = any(array(${idList(shipmentIds)}))
    order by shipment_id for update`);
}

/** Whether somebody is asking about one of these parcels at this moment. Uses the primary key. */
export async function isAnyAsked(
  db: Pick<Db, "execute">,
  input: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<boolean> {
  const [row] = await db.execute<{ asked: boolean }>(sql`
    select exists (
      select 1 from due_shipments where merchant_id = ${input.merchantId}
        and shipment_id = any(array(${idList(input.shipmentIds)})) and lease_until > now()) as asked`);
  return row?.asked === true;
}

/** `waitMs` until the next asking; null when there is nothing more to ask. */
export type NextCheck = {
  readonly shipmentId: ShipmentId;
  readonly waitMs: number | null;
  readonly urgency: Urgency;
  /** Who is asked then. */
  readonly accountId: CarrierAccountId;
  /** Who may not tell about it, if anybody. */
  readonly refusedBy: CarrierAccountId | null;
};

/**
 * Gives parcels back with what comes next. Those whose lease went to another in the meantime are left to it. Without a lease
 * (`leaseId` null: the carrier told by itself) only what comes next is changed.
 */
export async function giveBack(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly leaseId: string | null; readonly checks: readonly NextCheck[] },
): Promise<void> {
  const held = input.leaseId === null ? sql`d.lease_id is null` : sql`d.lease_id = ${input.leaseId}`;
  const going = input.checks.filter(({ waitMs }) => waitMs !== null);
  // What had ended and is told of again is on the schedule again.
  if (input.leaseId === null && going.length > 0) {
    await tx.execute(sql`
      insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
      select ${input.merchantId}::uuid, c."shipmentId", c."accountId", now()
      from jsonb_to_recordset(${JSON.stringify(going)}::text::jsonb) as c("shipmentId" uuid, "accountId" uuid)
      order by c."shipmentId"
      on conflict do nothing`);
  }
  if (input.checks.length === 0) return;
  // All are locked in one order first, those that leave the schedule among those that stay.
  await tx.execute(sql`
    with next as materialized (
      select d.shipment_id, c.* from jsonb_to_recordset(${JSON.stringify(input.checks)}::text::jsonb) as c(
        "shipmentId" uuid, "waitMs" float8, urgency smallint, "accountId" uuid, "refusedBy" uuid)
      join due_shipments d on d.merchant_id = ${input.merchantId} and d.shipment_id = c."shipmentId"
      where ${held}
      order by d.shipment_id for update of d
    ), done as (
      delete from due_shipments d using next
      where d.merchant_id = ${input.merchantId} and d.shipment_id = next.shipment_id and next."waitMs" is null
    )
    update due_shipments d
    set lease_until = null, lease_id = null, tried_at = now(),
      next_check_at = now() + make_interval(secs => next."waitMs" / 1000.0), urgency = next.urgency,
      account_id = next."accountId", refused_by = next."refusedBy"
    from next
    where d.merchant_id = ${input.merchantId} and d.shipment_id = next.shipment_id and next."waitMs" is not null`);
}

/**
 * Gives parcels back as they were: nobody asked about them after all. One that another transaction holds at this moment is
 * not waited for: its lease runs out by itself. Uses the primary key.
 */
export async function releaseShipments(
  db: Pick<Db, "execute">,
  input: { readonly merchantId: MerchantId; readonly leaseId: string; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  if (input.shipmentIds.length === 0) return;
  await db.execute(sql`
    with mine as materialized (
      select shipment_id from due_shipments
      where merchant_id = ${input.merchantId} and lease_id = ${input.leaseId}
        and shipment_id = any(array(${idList(input.shipmentIds)}))
      for update skip locked
    )
    update due_shipments d set lease_until = null, lease_id = null
    from mine where d.merchant_id = ${input.merchantId} and d.shipment_id = mine.shipment_id`);
}

function idList(ids: readonly string[]) {
  return sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid`;
}
