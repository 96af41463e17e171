import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { OrderCauses } from "#lib/promise/concern/concerns-of.ts";

/** An order with all that may need a person. */
export type CausesOfOrder = OrderCauses & { readonly orderId: OrderId; readonly shopperId: ShopperId | null };

const ms = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000)::float8`);
const listed = sql.raw("coalesce(json_agg(row_to_json(x)), '[]')");

const delays = sql`(select ${listed} from (
  select d.id, d.shipment_id as "shipmentId", d.state, d.level, d.cause, d.severity, d.reason,
    d.misses_needed as "missesNeeded", ${ms("d.began_at")} as "sinceMs"
  from delays d where d.merchant_id = o.merchant_id and d.order_id = o.id and d.solved_at is null) x)`;

const remedies = sql`(select ${listed} from (
  select r.id, r.shipment_id as "shipmentId", r.remedy, r.state, r.request, ${ms("r.chosen_at")} as "sinceMs", ${ms("r.due_at")} as "dueMs",
    ${ms("r.settled_at")} as "settledMs"
  from remedies r where r.merchant_id = o.merchant_id and r.order_id = o.id order by r.chosen_at desc, r.id desc) x)`;

const failedGestures = sql`(select ${listed} from (
  select g.id, d.shipment_id as "shipmentId", ${ms("g.granted_at")} as "sinceMs"
  from gestures g join delays d on d.merchant_id = g.merchant_id and d.id = g.delay_id
  where g.merchant_id = o.merchant_id and g.order_id = o.id and g.request = 'failed') x)`;

const invalid = sql`(select ${listed} from (
  select s.id as "shipmentId", ${ms("t.problem_since")} as "sinceMs"
  from shipments s join tracking_states t on t.merchant_id = s.merchant_id and t.shipment_id = s.id
  where s.merchant_id = o.merchant_id and s.order_id = o.id and s.direction = 'outbound'
    and t.problem = 'invalid_number' and t.status <> 'delivered') x)`;

/**
 * What of these orders may need a person, read afresh from where it is written. Indexes: delays_once, remedies_by_order,
 * gestures_by_order, shipments_by_order and primary keys.
 */
export async function deskCauses(
  tx: Tx,
  { merchantId, orderIds }: { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] },
): Promise<readonly CausesOfOrder[]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.execute<{ causes: string }>(sql`
    select json_build_object('orderId', o.id, 'shopperId', o.shopper_id, 'tier', l.tier, 'isCancelled', o.cancelled_at is not null,
      'neededMs', floor(extract(epoch from o.needed_by::timestamp at time zone m.zone) * 1000)::float8,
      'delays', ${delays}, 'remedies', ${remedies}, 'failedGestures', ${failedGestures}, 'invalid', ${invalid})::text as causes
    from orders o
    join merchants m on m.id = o.merchant_id
    left join loyalty_accounts l on l.merchant_id = o.merchant_id and l.shopper_id = o.shopper_id
    where o.merchant_id = ${merchantId}
      and o.id = any(array(select jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb)::uuid))`);
  return rows.map(({ causes }) => JSON.parse(causes) as CausesOfOrder);
}

export type BadReview = {
  readonly id: string;
  readonly shopperId: ShopperId;
  /** The newest order of theirs with the product; null where they have none here. */
  readonly orderId: OrderId | null;
  readonly tier: string | null;
  readonly rating: number;
  readonly sinceMs: number;
};

/** Reviews of one and two stars since an instant that nobody has in the queue yet. Indexes: reviews_bad, orders_by_shopper, desk_items_once. */
export async function badReviewsSince(
  tx: Tx,
  { merchantId, days, limit }: { readonly merchantId: MerchantId; readonly days: number; readonly limit: number },
): Promise<readonly BadReview[]> {
  return await tx.execute<BadReview>(sql`
    select r.id, r.shopper_id as "shopperId", l.tier, r.rating, ${ms("r.reviewed_at")} as "sinceMs",
      (select o.id from orders o where o.merchant_id = r.merchant_id and o.shopper_id = r.shopper_id
        and exists (select 1 from line_items i where i.merchant_id = o.merchant_id and i.order_id = o.id
          and i.product_id = r.product_id) order by o.placed_at desc limit 1) as "orderId"
    from reviews r
    left join loyalty_accounts l on l.merchant_id = r.merchant_id and l.shopper_id = r.shopper_id
    where r.merchant_id = ${merchantId} and r.rating <= 2 and r.reviewed_at > now() - ${days} * interval '1 day'
      and not exists (select 1 from desk_items q
        where q.merchant_id = r.merchant_id and q.subject_id = r.id and q.topic = 'voice')
    order by r.reviewed_at desc limit ${limit}`);
}

/**
 * Orders that have, or had, something for the queue, after `after` in the order of their ids: what is compared with the queue
 * from time to time. Indexes: delays_open, remedies_due, remedies_failed, gestures_failed, tracking_states_invalid, desk_items_open.
 */
export async function ordersForDesk(
  tx: Tx,
  { merchantId, after, limit }: { readonly merchantId: MerchantId; readonly after: OrderId; readonly limit: number },
): Promise<readonly OrderId[]> {
  const rows = await tx.execute<{ id: OrderId }>(sql`
    select id from (
      select order_id as id from delays where merchant_id = ${merchantId} and solved_at is null
      union select order_id from remedies where merchant_id = ${merchantId} and state = 'waiting' and due_at is not null
      union select order_id from remedies where merchant_id = ${merchantId} and request = 'failed'
      union select order_id from gestures where merchant_id = ${merchantId} and request = 'failed'
      union select s.order_id from tracking_states t
        join shipments s on s.merchant_id = t.merchant_id and s.id = t.shipment_id
        where t.merchant_id = ${merchantId} and t.problem = 'invalid_number'
      union select order_id from desk_items where merchant_id = ${merchantId} and resolved_at is null and order_id is not null
    ) c where id > ${after}::uuid order by id limit ${limit}`);
  return rows.map(({ id }) => id);
}
