import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

type Period = { readonly merchantId: MerchantId; readonly sinceMs: number };

/** An order as a promise sees it, what it was really promised, and when its last parcel came. */
export type PromisedOrder = {
  readonly orderId: OrderId;
  readonly method: string | null;
  readonly country: string | null;
  /** As PostgreSQL writes an instant in JSON. */
  readonly placedAt: string;
  /** The newest word of checkout or rule; null for none. */
  readonly told: { readonly toDay: string; readonly rule: string | null } | null;
  /** The last day of what the checkout itself said; null where it said nothing, or a rule spoke in its place. */
  readonly checkoutTo: string | null;
  /** Null while any parcel of it is on its way. */
  readonly arrivedOn: string | null;
};

const since = (sinceMs: number) => sql`to_timestamp(${sinceMs / 1_000}::float8)`;

/** How many orders were placed in a period. Index: orders_by_time. */
export async function countOrders(tx: Tx, { merchantId, sinceMs }: Period): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from orders
    where merchant_id = ${merchantId} and placed_at >= ${since(sinceMs)} and cancelled_at is null`);
  return row?.count ?? 0;
}

/** The ids of every `step`-th order of a period, at most `limit`, in an order of no meaning. Index: orders_by_time. */
export async function ordersDrawn(
  tx: Tx,
  { merchantId, sinceMs, step, limit }: Period & { readonly step: number; readonly limit: number },
): Promise<readonly OrderId[]> {
  const rows = await tx.execute<{ id: OrderId }>(sql`
    select id from orders
    where merchant_id = ${merchantId} and placed_at >= ${since(sinceMs)} and cancelled_at is null
      and (${step}::int = 1 or abs(hashtext(id::text)::bigint) % ${step}::int = 0)
    order by hashtext(id::text) limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** These orders with what was promised and what came. Uses the primary keys, promises_of_order and shipments_by_order. */
export async function promisedOrders(
  tx: Tx,
  { merchantId, orderIds }: { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] },
): Promise<readonly PromisedOrder[]> {
  const rows = await tx.execute<{ order: PromisedOrder }>(sql`
    select json_build_object('orderId', o.id, 'method', o.shipping_method, 'country', o.ship_country, 'placedAt', o.placed_at,
      'told', (
        select json_build_object('toDay', p.to_day, 'rule', case when p.said_by = 'rule' then p.reason end)
        from promises p where p.merchant_id = o.merchant_id and p.order_id = o.id and p.said_by in ('rule', 'checkout')
        order by p.said_at desc, p.said_by desc limit 1),
      'checkoutTo', (
        select p.to_day from promises p
        where p.merchant_id = o.merchant_id and p.order_id = o.id and p.said_by = 'checkout'
        order by p.said_at desc limit 1),
      'arrivedOn', (
        select case when bool_and(e.arrived_on is not null) then max(e.arrived_on) end
        from (select * from shipments t where t.merchant_id = o.merchant_id and t.order_id = o.id
          and t.direction = 'outbound' offset 0) s
        left join lateral (
          select arrived_on from expectations t where t.merchant_id = s.merchant_id and t.shipment_id = s.id limit 1) e on true)
    ) as "order"
    from jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb) s (id)
    cross join lateral (select * from orders where merchant_id = ${merchantId} and id = s.id::uuid offset 0) o`);
  return rows.map(({ order }) => order);
}
