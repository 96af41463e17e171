import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { answeringAccount, isPaused } from "./answering-account.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** Parcels that were handed over longer ago are not asked about: carriers have forgotten them (UPS keeps 120 days). */
const MAX_AGE_DAYS = 120;

/** Carriers still know of `s`. */
const isRemembered = sql`(s.shipped_at is null or s.shipped_at > now() - make_interval(days => ${MAX_AGE_DAYS}))`;

/** Of the parcel of `t` somebody said that its journey has ended. */
const hasEnded = sql`t.status in ('delivered', 'returned', 'cancelled')`;

/** What can still have news: of `s` nobody said that its journey has ended. */
const isOpen = sql`${isRemembered} and not exists (
    select 1 from tracking_states t where t.merchant_id = s.merchant_id and t.shipment_id = s.id and ${hasEnded})`;

/** Puts open parcels on the schedule, at once, with the merchant's account for their carrier. Uses the primary keys. */
export async function scheduleShipments(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  if (input.shipmentIds.length === 0) return;
  await tx.execute(sql`
    insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
    select s.merchant_id, s.id, ${answeringAccount()}, now()
    from shipments s
    where s.merchant_id = ${input.merchantId} and s.id = any(array(${idList(input.shipmentIds)})) and ${isOpen}
    order by s.id
    on conflict do nothing`);
}

/** Of parcel `s` nothing was heard for so long that nobody asks any more, and nobody asked within a day. */
const isForgotten = sql`exists (
    select 1 from tracking_states t
    where t.merchant_id = s.merchant_id and t.shipment_id = s.id and t.asked_at < now() - interval '1 day')
  and ${isOpen}`;

/** What `reviveShipments` would put back on the schedule, of parcel `s`. */
export const revivable = sql`(${isForgotten}
  and exists (
    select 1 from carrier_accounts a where a.merchant_id = s.merchant_id and (a.carrier = s.carrier or a.aggregator))
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
    select s.merchant_id, s.id, ${answeringAccount()}, now()
    from shipments s
    where s.merchant_id = ${input.merchantId} and s.id = any(array(${idList(input.shipmentIds)})) and ${isForgotten}
    order by s.id
    on conflict do nothing`);
}

/**
 * An account came, or has new keys: lets it answer, from now on, for the open parcels that are its to answer for, also for
 * those that were never scheduled, and for its own at once. `carrier` is null for an aggregator. Returns how many. Index:
 * shipments_by_number.
 */
export async function assignAccount(tx: Tx, input: Account & { readonly carrier: string | null }): Promise<number> {
  await tx.execute(sql`delete from account_pauses where account_id = ${input.accountId}`);
  const mine = sql`s.merchant_id = ${input.merchantId} ${input.carrier === null ? sql`` : sql`and s.carrier = ${input.carrier}`}
    and answering.id = ${input.accountId} and ${isOpen}`;
  // Those that are there before those that are not, each by their ids: see `lockDue`.
  const there = await tx.execute(sql`
    with mine as materialized (
      select d.shipment_id
      from shipments s join due_shipments d on d.merchant_id = s.merchant_id and d.shipment_id = s.id,
        lateral (select ${answeringAccount()} as id) answering
      where ${mine}
      order by d.shipment_id for update of d
    )
    update due_shipments d set account_id = ${input.accountId}, refused_by = null, next_check_at = now()
    from mine where d.merchant_id = ${input.merchantId} and d.shipment_id = mine.shipment_id`);
  const fresh = await tx.execute(sql`
    insert into due_shipments as d (merchant_id, shipment_id, account_id, next_check_at)
    select s.merchant_id, s.id, answering.id, now()
    from shipments s, lateral (select ${answeringAccount()} as id) answering
    where ${mine} and not exists (
      select 1 from due_shipments d where d.merchant_id = s.merchant_id and d.shipment_id = s.id)
    order by s.id
    on conflict (merchant_id, shipment_id) do update
      set account_id = excluded.account_id, refused_by = null, next_check_at = now()`);
  return there.count + fresh.count;
}

/**
 * Another order of accounts for a carrier: its scheduled parcels go to whoever is first now. Returns how many changed hands.
 * Index: shipments_by_number.
 */
export async function reassignCarrier(
  tx: Tx,
  { merchantId, carrier }: { readonly merchantId: MerchantId; readonly carrier: string },
): Promise<number> {
  const rows = await tx.execute(sql`
    with moved as materialized (
      select d.shipment_id, answering.id
      from shipments s join due_shipments d on d.merchant_id = s.merchant_id and d.shipment_id = s.id,
        lateral (select ${answeringAccount()} as id) answering
      where s.merchant_id = ${merchantId} and s.carrier = ${carrier} and d.account_id is distinct from answering.id
      order by d.shipment_id for update of d
    )
    update due_shipments d set account_id = moved.id, refused_by = null
    from moved where d.merchant_id = ${merchantId} and d.shipment_id = moved.shipment_id`);
  return rows.count;
}

/**
 * The account is gone: its scheduled parcels go to whoever answers for them now, to nobody where there is no other. Returns
 * how many. Index: due_shipments_by_account.
 */
export async function leaveAccount(tx: Tx, { merchantId, accountId }: Account): Promise<number> {
  const rows = await tx.execute(sql`
    with left_behind as materialized (
      select d.shipment_id, answering.id
      from due_shipments d join shipments s on s.merchant_id = d.merchant_id and s.id = d.shipment_id,
        lateral (select ${answeringAccount()} as id) answering
      where d.merchant_id = ${merchantId} and d.account_id = ${accountId}
      order by d.shipment_id for update of d
    )
    update due_shipments d set account_id = l.id, refused_by = null
    from left_behind l where d.merchant_id = ${merchantId} and d.shipment_id = l.shipment_id`);
  return rows.count;
}

/** So many parcels of a paused account change hands at once. */
const MOVED_AT_ONCE = 500;

/**
 * The account is left alone: those of its due parcels for which another can answer go to that one. Returns how many. Index:
 * due_shipments_by_account.
 */
export async function moveFromPaused(tx: Tx, { merchantId, accountId }: Account): Promise<number> {
  const rows = await tx.execute(sql`
    with waiting as materialized (
      select d.merchant_id, d.shipment_id, answering.id
      from due_shipments d
      join shipments s on s.merchant_id = d.merchant_id and s.id = d.shipment_id,
        lateral (select ${answeringAccount(sql`d.refused_by`)} as id) answering
      where d.merchant_id = ${merchantId} and d.account_id = ${accountId} and d.next_check_at <= now()
        and (d.lease_until is null or d.lease_until <= now()) and ${isPaused(sql`${accountId}::uuid`)}
        and exists (select 1 from carrier_accounts a
          where a.merchant_id = ${merchantId} and a.id <> ${accountId} and not ${isPaused(sql`a.id`)})
        and ${canAnswerInstead}
      limit ${MOVED_AT_ONCE} for update of d skip locked
    )
    update due_shipments d set account_id = w.id from waiting w
    where d.merchant_id = w.merchant_id and d.shipment_id = w.shipment_id`);
  return rows.count;
}

/** Of parcel `d`: another account than its own, that is not left alone and may tell about it. */
const canAnswerInstead = sql`answering.id <> d.account_id and answering.id is distinct from d.refused_by
  and not ${isPaused(sql`answering.id`)}`;

/**
 * The same for parcels at which somebody looks, whose account is left alone. Where there are such, all of them that nobody
 * asks about are locked by their ids, since who looks claims them next. Uses the primary keys.
 */
export async function moveLookedAt(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<void> {
  const among = (due: SQL) =>
    sql`${due}.merchant_id = ${merchantId} and ${due}.shipment_id = any(array(${idList(shipmentIds)}))`;
  await tx.execute(sql`
    with free as materialized (
      select d.* from due_shipments d
      where ${among(sql`d`)} and (d.lease_until is null or d.lease_until <= now())
        and exists (select 1 from due_shipments w where ${among(sql`w`)} and ${isPaused(sql`w.account_id`)})
      order by d.shipment_id for update
    ), waiting as materialized (
      select d.merchant_id, d.shipment_id, answering.id
      from free d
      join shipments s on s.merchant_id = d.merchant_id and s.id = d.shipment_id,
        lateral (select ${answeringAccount(sql`d.refused_by`)} as id) answering
      where ${isPaused(sql`d.account_id`)} and ${canAnswerInstead}
    )
    update due_shipments d set account_id = w.id from waiting w
    where d.merchant_id = w.merchant_id and d.shipment_id = w.shipment_id`);
}

/**
 * There is news of these parcels: they go to the front, open ones that dropped out of the schedule too. Returns those that
 * somebody asks about at this moment, and that get their next check from there. Uses the primary keys.
 */
export async function bringForward(
  tx: Tx,
  { merchantId, shipmentIds }: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] },
): Promise<readonly ShipmentId[]> {
  if (shipmentIds.length === 0) return [];
  const rows = await tx.execute<{ shipmentId: ShipmentId; isAsked: boolean | null }>(sql`
    insert into due_shipments as d (merchant_id, shipment_id, account_id, next_check_at, urgency)
    select s.merchant_id, s.id, ${answeringAccount()}, now(), 0
    from shipments s
    where s.merchant_id = ${merchantId} and s.id = any(array(${idList(shipmentIds)})) and ${isOpen}
    order by s.id
    on conflict (merchant_id, shipment_id) do update set next_check_at = now(), urgency = 0
    returning d.shipment_id as "shipmentId", d.lease_until > now() as "isAsked"`);
  return rows.filter(({ isAsked }) => isAsked === true).map(({ shipmentId }) => shipmentId);
}

/**
 * There is news of these parcels, of which some have ended (one that was delivered may go back): those are asked about once
 * more, last of all that are due, and never sooner than `floorMs` after the last asking, however much news there is. Returns
 * those that somebody asks about at this moment. Uses the primary keys.
 */
export async function askEndedAgain(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[]; readonly floorMs: number },
): Promise<readonly ShipmentId[]> {
  if (input.shipmentIds.length === 0) return [];
  const rows = await tx.execute<{ shipmentId: ShipmentId; isAsked: boolean | null }>(sql`
    insert into due_shipments as d (merchant_id, shipment_id, account_id, next_check_at, urgency)
    select s.merchant_id, s.id, ${answeringAccount()},
      greatest(now(), t.asked_at + make_interval(secs => ${input.floorMs / 1_000}::float8)), 3
    from shipments s join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
    where s.merchant_id = ${input.merchantId} and s.id = any(array(${idList(input.shipmentIds)}))
      and ${isRemembered} and ${hasEnded}
    order by s.id
    on conflict (merchant_id, shipment_id) do update set next_check_at = least(d.next_check_at, excluded.next_check_at)
    returning d.shipment_id as "shipmentId", d.lease_until > now() as "isAsked"`);
  return rows.filter(({ isAsked }) => isAsked === true).map(({ shipmentId }) => shipmentId);
}

function idList(ids: readonly string[]) {
  return sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)::uuid`;
}
