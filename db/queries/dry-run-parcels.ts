import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShipmentId } from "#lib/kernel/ids.ts";

type Period = { readonly merchantId: MerchantId; readonly sinceMs: number };

const since = (sinceMs: number) => sql`to_timestamp(${sinceMs / 1_000}::float8)`;

/** How many parcels were handed over in a period. Index: expectations_handed_over. */
export async function countParcels(tx: Tx, { merchantId, sinceMs }: Period): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from expectations
    where merchant_id = ${merchantId} and handed_over_at >= ${since(sinceMs)}`);
  return row?.count ?? 0;
}

/**
 * Parcels of a period, of every `step`-th order, at most `limit`: what was handed over in it, and what was late before that. In
 * an order of no meaning, so that the first of them are an even sample too.
 * Indexes: expectations_handed_over and delays_by_time.
 */
export async function parcelsOfPeriod(
  tx: Tx,
  { merchantId, sinceMs, step, limit }: Period & { readonly step: number; readonly limit: number },
): Promise<readonly ShipmentId[]> {
  const drawn = sql`(${step}::int = 1 or abs(hashtext(order_id::text)::bigint) % ${step}::int = 0)`;
  const rows = await tx.execute<{ id: ShipmentId }>(sql`
    select shipment_id as id from (
      select shipment_id from expectations
      where merchant_id = ${merchantId} and handed_over_at >= ${since(sinceMs)} and ${drawn}
      union
      select d.shipment_id from delays d
      where d.merchant_id = ${merchantId} and d.began_at >= ${since(sinceMs)} and d.shipment_id is not null and ${drawn}
    ) p order by hashtext(shipment_id::text) limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** An order as far as something was or may be given for it. Money in minor units; instants in milliseconds. */
export type OrderOfPeriod = {
  readonly orderId: OrderId;
  readonly shopperId: string | null;
  readonly currency: string;
  readonly budgetCurrency: string;
  readonly totalMinor: number;
  readonly shippingMinor: number;
  readonly tier: string | null;
  readonly cancelledMs: number | null;
  /** The shopper had an apology or a gesture before the period; what the order had by then. */
  readonly isAgain: boolean;
  readonly spentMinor: number;
  readonly offOrderMinor: number;
  readonly offShippingMinor: number;
  /** What was really given in the period. */
  readonly given: number;
  readonly givenMinor: number;
};

/** These orders. Uses primary keys, `gestures_by_order`, `orders_by_shopper` and `delays_once`. */
export async function ordersOfPeriod(
  tx: Tx,
  { merchantId, sinceMs, orderIds }: Period & { readonly orderIds: readonly OrderId[] },
): Promise<readonly OrderOfPeriod[]> {
  if (orderIds.length === 0) return [];
  return tx.execute<OrderOfPeriod>(sql`
    select o.id as "orderId", o.shopper_id as "shopperId", o.currency, m.currency as "budgetCurrency",
      o.total_minor::float8 as "totalMinor", o.shipping_minor::float8 as "shippingMinor", l.tier,
      floor(extract(epoch from o.cancelled_at) * 1000)::float8 as "cancelledMs",
      exists (
        select 1 from orders b cross join lateral (
          select e.id, e.apologised_at from delays e where e.merchant_id = b.merchant_id and e.order_id = b.id offset 0) e
        where b.merchant_id = o.merchant_id and b.shopper_id = o.shopper_id and (e.apologised_at < ${since(sinceMs)}
          or exists (select 1 from gestures g where g.merchant_id = b.merchant_id and g.delay_id = e.id
            and g.granted_at < ${since(sinceMs)}))
      ) as "isAgain", had.*
    from jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb) s (id)
    cross join lateral (select * from orders where merchant_id = ${merchantId} and id = s.id::uuid offset 0) o
    join merchants m on m.id = o.merchant_id
    left join loyalty_accounts l on l.merchant_id = o.merchant_id and l.shopper_id = o.shopper_id
    cross join lateral (
      select coalesce(sum(cost_minor) filter (where before), 0)::float8 as "spentMinor",
        coalesce(sum(cost_minor) filter (where before and gesture->>'on' = 'this_order'), 0)::float8 as "offOrderMinor",
        coalesce(sum(cost_minor) filter (where before and gesture->>'kind' = 'shipping_refund'), 0)::float8 as "offShippingMinor",
        (count(*) filter (where not before))::int as given,
        coalesce(sum(cost_minor) filter (where not before), 0)::float8 as "givenMinor"
      from (select *, granted_at < ${since(sinceMs)} as before from gestures g
        where g.merchant_id = o.merchant_id and g.order_id = o.id) g) had`);
}

/** What the month in which a period begins had cost before it did. Index: gestures_by_month. */
export async function spentBefore(
  tx: Tx,
  { merchantId, sinceMs, month }: Period & { readonly month: string },
): Promise<number> {
  const [row] = await tx.execute<{ spent: number }>(sql`
    select coalesce(sum(cost_minor), 0)::float8 as spent from gestures
    where merchant_id = ${merchantId} and month = ${month}::date and granted_at < ${since(sinceMs)}`);
  return row?.spent ?? 0;
}

/** Whether somebody can be reached at the shop. Uses the primary key. */
export async function hasSupport(tx: Tx, { merchantId }: Pick<Period, "merchantId">): Promise<boolean> {
  const [row] = await tx.execute<{ has: boolean }>(sql`
    select support_email is not null as has from merchants where id = ${merchantId}`);
  return row?.has ?? false;
}
