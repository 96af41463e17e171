import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { Choice, Remedy } from "#lib/promise/remedy/remedy.ts";
import type { Status } from "#lib/tracking/status.ts";

/** Instants as PostgreSQL writes them in JSON. */
export type ContextOrder = {
  readonly id: OrderId;
  readonly number: string;
  readonly placedAt: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly isCancelled: boolean;
  readonly neededBy: string | null;
  readonly note: string | null;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
};
export type ContextParcel = {
  readonly id: string;
  readonly number: number;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly status: Status | null;
  readonly toDay: string | null;
  /** The newest first. */
  readonly scans: readonly {
    readonly at: string | null;
    readonly localTime: string | null;
    readonly city: string | null;
    readonly country: string | null;
    readonly status: Status | null;
    readonly description: string | null;
  }[];
};
export type ContextRemedy = {
  readonly id: string;
  readonly shipmentId: string | null;
  readonly remedy: Remedy;
  readonly state: Choice["state"];
  readonly chosenBy: "shopper" | "shop";
  readonly chosenAt: string;
  readonly dueAt: string | null;
  /** As it was stored: read it through the schema of `lib/use-cases/promises`. */
  readonly details: unknown;
  readonly answer: string | null;
  readonly request: "queued" | "sent" | "failed" | null;
};
export type ContextDelay = {
  readonly id: string;
  readonly shipmentId: string | null;
  readonly state: string;
  readonly level: string;
  readonly daysLate: number | null;
  readonly wasTo: string | null;
  readonly nowTo: string | null;
  readonly isSolved: boolean;
  readonly toldAt: string | null;
  readonly gesture: (GrantedGesture & { readonly currency: string; readonly request: string }) | null;
};
export type ContextMessage = {
  readonly milestone: string;
  readonly state: "queued" | "sent" | "failed" | "suppressed";
  readonly reason: string | null;
  readonly at: string;
  /** Written by a person of the shop: its words, and whose. */
  readonly text: string | null;
  readonly by: string | null;
};
export type ContextShopper = {
  readonly id: ShopperId;
  readonly name: string | null;
  readonly email: string;
  readonly locale: string | null;
  readonly tier: string | null;
  readonly points: number;
  readonly orders: number;
  readonly before: readonly {
    readonly number: string;
    readonly placedAt: string;
    readonly totalMinor: number;
    readonly currency: string;
  }[];
  readonly returns: number;
  readonly lastReturn: string | null;
  readonly review: {
    readonly rating: number;
    readonly title: string | null;
    readonly body: string | null;
    readonly product: string;
    readonly at: string;
  } | null;
};

/** All that somebody needs to know who answers a shopper. */
export type DeskContext = {
  readonly order: ContextOrder | null;
  readonly parcels: readonly ContextParcel[];
  readonly remedies: readonly ContextRemedy[];
  readonly delays: readonly ContextDelay[];
  readonly messages: readonly ContextMessage[];
  readonly shopper: ContextShopper | null;
};

const MOST = 20;
const list = (rows: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(row_to_json(x)), '[]') from (${rows}) x)`;
const one = (row: ReturnType<typeof sql>) => sql`(select row_to_json(x) from (${row}) x)`;

const scans = sql`select b.instant as at, b.local_time as "localTime", b.city, b.country, b.status, b.description
  from observations b where b.merchant_id = s.merchant_id and b.shipment_id = s.id and b.kind = 'scan'
  order by b.instant desc nulls last, b.local_time desc, b.observed_at desc limit 4`;

const parcels = list(sql`
  select s.id, row_number() over (order by s.shipped_at, s.id)::int as number, s.carrier, s.tracking_number as "trackingNumber",
    t.status, e.to_day as "toDay", ${list(scans)} as scans
  from shipments s
  left join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
  left join expectations e on e.merchant_id = s.merchant_id and e.shipment_id = s.id
  where s.merchant_id = o.merchant_id and s.order_id = o.id and s.direction = 'outbound'
  order by s.shipped_at, s.id limit ${MOST}`);

const remedies = list(sql`
  select r.id, r.shipment_id as "shipmentId", r.remedy, r.state, r.chosen_by as "chosenBy", r.chosen_at as "chosenAt",
    r.due_at as "dueAt", r.details, r.answer, r.request
  from remedies r where r.merchant_id = o.merchant_id and r.order_id = o.id order by r.chosen_at desc, r.id desc limit ${MOST}`);

const gesture = one(sql`
  select g.rule_id as "ruleId", g.gesture, g.cost_minor as "costMinor", g.code, g.currency, g.request
  from gestures g where g.merchant_id = d.merchant_id and g.delay_id = d.id`);
const delays = list(sql`
  select d.id, d.shipment_id as "shipmentId", d.state, d.level, d.days_late as "daysLate", d.was_to as "wasTo", d.now_to as "nowTo",
    d.solved_at is not null as "isSolved", d.told_at as "toldAt", ${gesture} as gesture
  from delays d where d.merchant_id = o.merchant_id and d.order_id = o.id order by d.began_at desc limit ${MOST}`);

const messages = list(sql`
  select m.milestone, m.state, m.reason, coalesce(m.sent_at, m.created_at) as at, m.payload->>'text' as text, m.payload->>'by' as by
  from messages m where m.merchant_id = o.merchant_id and m.order_id = o.id order by m.created_at desc limit ${MOST}`);

const order = one(sql`
  select o.id, o.number, o.placed_at as "placedAt", o.currency, o.total_minor as "totalMinor",
    o.cancelled_at is not null as "isCancelled", o.needed_by as "neededBy", o.note,
    ${list(sql`select l.title, l.quantity from line_items l
      where l.merchant_id = o.merchant_id and l.order_id = o.id order by l.position limit ${MOST}`)} as lines`);

const review = one(sql`
  select v.rating, v.title, v.body, p.title as product, v.reviewed_at as at
  from reviews v join products p on p.merchant_id = v.merchant_id and p.id = v.product_id
  where v.merchant_id = c.merchant_id and v.shopper_id = c.id order by v.reviewed_at desc limit 1`);
const before = list(sql`
  select b.number, b.placed_at as "placedAt", b.total_minor as "totalMinor", b.currency from orders b
  where b.merchant_id = c.merchant_id and b.shopper_id = c.id and b.id <> coalesce(o.id, c.id)
  order by b.placed_at desc limit 3`);
/** Nobody reads further than "more than". */
const counted = (table: string) =>
  sql`(select count(*)::int from (select 1 from ${sql.raw(table)} z where z.merchant_id = c.merchant_id and z.shopper_id = c.id limit 100) n)`;
const shopper = one(sql`
  select c.id, coalesce(c.name, o.ship_name) as name, c.email, coalesce(c.chosen_locale, c.locale) as locale, a.tier,
    (select coalesce(sum(f.points), 0)::int from loyalty_points f where f.merchant_id = c.merchant_id and f.shopper_id = c.id
      and (f.expires_on is null or f.expires_on >= current_date)) as points,
    ${counted("orders")} as orders, ${before} as before, ${counted("returns")} as returns,
    (select max(z.returned_at) from returns z where z.merchant_id = c.merchant_id and z.shopper_id = c.id) as "lastReturn",
    ${review} as review
  where c.id is not null`);

/**
 * What stands around one thing of the queue; null where there is none of this id. Indexes: shipments_by_order, remedies_by_order,
 * delays_once, messages_once, orders_by_shopper, returns_by_shopper, reviews_of_shopper and primary keys.
 */
export async function deskContext(
  tx: Tx,
  { merchantId, itemId }: { readonly merchantId: MerchantId; readonly itemId: string },
): Promise<DeskContext | null> {
  const [row] = await tx.execute<{ context: string }>(sql`
    select json_build_object('order', case when o.id is null then null else ${order} end, 'parcels', ${parcels},
      'remedies', ${remedies}, 'delays', ${delays}, 'messages', ${messages}, 'shopper', ${shopper})::text as context
    from (select * from desk_items where merchant_id = ${merchantId} and id = ${itemId}::uuid) q
    left join orders o on o.merchant_id = q.merchant_id and o.id = q.order_id
    left join shoppers c on c.merchant_id = q.merchant_id and c.id = q.shopper_id
    left join loyalty_accounts a on a.merchant_id = q.merchant_id and a.shopper_id = q.shopper_id`);
  return row === undefined ? null : (JSON.parse(row.context) as DeskContext);
}
