import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { readTenant, tenantRead } from "#db/tenant.ts";
import type { MerchantId, OrderId, ProductId, ShopperId } from "#lib/kernel/ids.ts";
import type { LinkDoor } from "./links.ts";
import { type StoredProduct, storedProducts } from "./offered-products.ts";

/** All that a row of recommendations depends on besides its candidates. Days are whole, counted back from today in the shop. */
export type OfferGround = {
  readonly merchantId: MerchantId;
  readonly slug: string;
  readonly orderId: OrderId;
  readonly shopperId: ShopperId | null;
  /** The newest word on marketing of some channel is yes, or no. */
  readonly hasAgreed: boolean;
  readonly hasRefused: boolean;
  /** Of any of the shopper's orders. */
  readonly hasProblem: boolean;
  readonly deliveredDaysAgo: number | null;
  readonly ordered: readonly ProductId[];
  /** What was kept, of all orders that were not cancelled. */
  readonly purchases: readonly { readonly product: ProductId; readonly daysAgo: number }[];
  readonly returned: readonly ProductId[];
  readonly subscribed: readonly ProductId[];
  readonly reviews: readonly { readonly product: ProductId; readonly rating: number; readonly daysAgo: number }[];
  /** As stored: read it through its schema. */
  readonly rules: unknown;
  /** What the merchant pinned to something in the order, in the merchant's order. */
  readonly pinned: readonly { readonly product: ProductId; readonly because: ProductId }[];
  /** The order's newest offer, as stored. */
  readonly kept: {
    readonly id: string;
    readonly ageDays: number;
    readonly shown: unknown;
    readonly heldOut: boolean;
    readonly reason: string | null;
  } | null;
  /** Every product named above, once. */
  readonly products: readonly StoredProduct[];
};

const json = (rows: SQL): SQL => sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`;
const daysAgo = (at: SQL): SQL => sql`greatest(0, o.today - (${at} at time zone o.zone)::date)`;

/** More orders than these say nothing more about a shopper, and would make a page wait. */
const MOST_ORDERS = 500;
/** Trouble that nobody heard of for so long is none that a shopper still waits for. */
const TROUBLE_DAYS = 180;

/*
 * Every table is entered by a lateral look-up with a bound (`limit`, `offset 0`), which PostgreSQL cannot turn round: under
 * row-level security it takes a merchant's rows for few, and would otherwise read them all and throw most away.
 */
const ofShopper = (table: string, more = sql``) => sql`
  select t.* from ${sql.identifier(table)} t where t.merchant_id = o.merchant_id and t.shopper_id = o.shopper_id ${more}`;

/** The shopper's orders, newest first. */
const theirs = sql`
  select b.id, b.placed_at, b.cancelled_at from o
  cross join lateral (${ofShopper("orders", sql`order by t.placed_at desc limit ${sql.raw(String(MOST_ORDERS))}`)}) b`;

/** Sent back whole or in part: it was not kept. A return that names no order is of any. */
const sentBack = sql`
  select r.order_id, i.product_id from o cross join lateral (${ofShopper("returns", sql`offset 0`)}) r
  cross join lateral (
    select t.product_id from return_items t where t.merchant_id = o.merchant_id and t.return_id = r.id offset 0) i`;

const linesOf = (order: SQL) => sql`
  select t.product_id, t.sku from line_items t where t.merchant_id = o.merchant_id and t.order_id = ${order} offset 0`;

const kept = sql`
  select l.product_id as product, b.placed_at from theirs b cross join o cross join lateral (${linesOf(sql`b.id`)}) l
  where b.cancelled_at is null and not exists (
    select 1 from back where back.product_id = l.product_id and coalesce(back.order_id, b.id) = b.id)`;

const reviewed = sql`
  select v.product_id as product, v.rating, v.reviewed_at from o cross join lateral (${ofShopper("reviews", sql`offset 0`)}) v`;

const subscribed = sql`
  select s.product_id as product from o
  cross join lateral (${ofShopper("subscriptions", sql`and t.status <> 'cancelled' offset 0`)}) s`;

const pinned = sql`
  select distinct on (n) n, p.id as product, l.product as because
  from o cross join json_array_elements(coalesce(o.rules->'pinned', '[]')) with ordinality as x(pair, n)
  join ordered l on l.sku = x.pair->>'from'
  cross join lateral (
    select t.id from products t where t.merchant_id = o.merchant_id and t.sku = x.pair->>'to' limit 1) p
  order by n`;

const newest = sql`
  select f.* from o cross join lateral (
    select * from offers t where t.merchant_id = o.merchant_id and t.order_id = o.id order by t.offered_at desc limit 1) f`;

/** The newest word of each channel on marketing. */
const consent = sql`
  select distinct on (c.channel) c.granted from o
  cross join lateral (${ofShopper("consents", sql`and t.purpose = 'marketing' offset 0`)}) c
  order by c.channel, c.recorded_at desc`;

const ofOrder = (table: string, order: SQL, more: SQL) => sql`
  select t.* from ${sql.identifier(table)} t where t.merchant_id = o.merchant_id and t.order_id = ${order} ${more}`;
const ofParcel = (table: string, parcel: SQL) => sql`
  select t.* from ${sql.identifier(table)} t where t.merchant_id = o.merchant_id and t.shipment_id = ${parcel} limit 1`;

/**
 * Late, lost, damaged, on its way back, said not to be there or not right, or waiting for what the shopper asked for; an order
 * that is itself called off too.
 */
const problem = sql`
  o.cancelled_at is not null
  or exists (select 1 from mine b cross join lateral (${ofOrder(
    "delays",
    sql`b.id`,
    sql`and t.solved_at is null and (t.level = 'apology' or t.state <> 'at_risk') limit 1`,
  )}) d)
  or exists (select 1 from mine b cross join lateral (${ofOrder(
    "remedies",
    sql`b.id`,
    sql`and t.state = 'waiting' and t.remedy <> 'wait' limit 1`,
  )}) c)
  or exists (select 1 from mine b cross join lateral (${ofOrder(
    "desk_items",
    sql`b.id`,
    sql`and t.topic = 'voice' and t.shipment_id is not null and t.resolved_at is null limit 1`,
  )}) v)
  or exists (select 1 from mine b cross join lateral (${ofOrder("shipments", sql`b.id`, sql`offset 0`)}) s
    cross join lateral (${ofParcel("tracking_states", sql`s.id`)}) t
    where b.cancelled_at is null and coalesce(t.news_at, t.checked_at, s.shipped_at, b.placed_at) > o.now - interval '${sql.raw(String(TROUBLE_DAYS))} days'
      and (t.status in ('exception', 'attempt_failed', 'lost', 'returning', 'returned', 'expired')
        or s.direction = 'return' and t.status not in ('pending', 'info_received', 'delivered', 'cancelled')))`;

/** Something of the order is in no parcel, as far as the shop told what is where. */
const isPartWaiting = sql`(
  not exists (select 1 from (${ofOrder("shipments", sql`o.id`, sql`and t.direction = 'outbound' offset 0`)}) s
    where not exists (${ofParcel("shipment_items", sql`s.id`)}))
  and exists (select 1 from (${ofOrder("line_items", sql`o.id`, sql`and t.requires_shipping offset 0`)}) l
    where l.position not in (select i.position from (${ofOrder("shipment_items", sql`o.id`, sql`offset 0`)}) i)))`;

/** When the last parcel came; null while anything of the order is still to come. */
const delivered = sql`(
  select case when count(*) > 0 and bool_and(coalesce(t.status = 'delivered', false)) and not ${isPartWaiting}
    then ${daysAgo(sql`max(coalesce(e.arrived_at, t.news_at, t.checked_at, s.shipped_at, s.created_at))`)} end
  from (${ofOrder("shipments", sql`o.id`, sql`and t.direction = 'outbound' offset 0`)}) s
  left join lateral (${ofParcel("tracking_states", sql`s.id`)}) t on true
  left join lateral (${ofParcel("expectations", sql`s.id`)}) e on true
  where coalesce(t.status, '') <> 'cancelled')`;

function groundOf(order: SQL): SQL {
  return sql`
    with o as materialized (
      select b.merchant_id, b.id, b.shopper_id, b.cancelled_at, m.slug, m.zone, a.now,
        (a.now at time zone m.zone)::date as today, x.rules::json as rules
      from (${order}) b join merchants m on m.id = b.merchant_id
      cross join (select ${sql.placeholder("now")}::timestamptz as now) a
      left join rules x on x.merchant_id = b.merchant_id and x.kind = 'recommend'),
    theirs as materialized (${theirs}),
    ordered as materialized (select distinct l.product_id as product, l.sku from o cross join lateral (${linesOf(sql`o.id`)}) l),
    mine as materialized (select id, placed_at, cancelled_at from theirs union all
      select o.id, o.now, o.cancelled_at from o where o.shopper_id is null),
    back as materialized (${sentBack}), kept as materialized (${kept}), reviewed as materialized (${reviewed}),
    subscribed as materialized (${subscribed}), pinned as materialized (${pinned}), newest as materialized (${newest}),
    consent as materialized (${consent}),
    named as materialized (
      select product from ordered union select product from kept union select product_id from back
      union select product from reviewed union select product from subscribed union select product from pinned
      union select (e->>'product')::uuid from newest, jsonb_array_elements(newest.shown) e)
    select o.merchant_id as "merchantId", o.slug, o.id as "orderId", o.shopper_id as "shopperId",
      exists (select 1 from consent where granted) as "hasAgreed", exists (select 1 from consent where not granted) as "hasRefused",
      (${problem}) as "hasProblem", ${delivered} as "deliveredDaysAgo", o.rules,
      (select coalesce(json_agg(distinct product), '[]') from ordered) as ordered,
      ${json(sql`select distinct product, ${daysAgo(sql`placed_at`)} as "daysAgo" from kept`)} as purchases,
      (select coalesce(json_agg(distinct product_id), '[]') from back) as returned,
      (select coalesce(json_agg(product), '[]') from subscribed) as subscribed,
      ${json(sql`select product, rating, ${daysAgo(sql`reviewed_at`)} as "daysAgo" from reviewed`)} as reviews,
      ${json(sql`select product, because from pinned order by n`)} as pinned,
      (select json_build_object('id', n.id, 'ageDays', ${daysAgo(sql`n.offered_at`)}, 'shown', n.shown, 'heldOut', n.held_out,
        'reason', n.reason) from newest n) as kept,
      ${json(storedProducts({ ids: sql`select product as id from named`, merchantId: sql`o.merchant_id` }))} as products
    from o`;
}

const byLink = tenantRead<OfferGround>(
  groundOf(sql`
    select q.* from tracking_links k join orders q on q.merchant_id = k.merchant_id and q.id = k.order_id
    where k.merchant_id = ${sql.placeholder("merchantId")} and k.id = ${sql.placeholder("linkId")}
      and k.token_hash = ${sql.placeholder("tokenHash")} and k.revoked_at is null`),
);
const byOrder = tenantRead<OfferGround>(
  groundOf(sql`
    select q.* from orders q
    where q.merchant_id = ${sql.placeholder("merchantId")} and q.id = ${sql.placeholder("orderId")}`),
);

/** How an order is named: by its live link, or by its id. */
export type OfferKey =
  | (LinkDoor & { readonly tokenHash: string })
  | { readonly merchantId: MerchantId; readonly orderId: OrderId };

/**
 * What a row of recommendations for this order depends on at `now` (an ISO instant), in one round trip; null for an order that
 * is not there, and for a link that is closed. Uses the primary keys and the indexes by order and by shopper.
 */
export async function findOfferGround(db: Db, key: OfferKey, now: string): Promise<OfferGround | null> {
  const [row] = await readTenant(db, "linkId" in key ? byLink : byOrder, { ...key, now });
  return row ?? null;
}
