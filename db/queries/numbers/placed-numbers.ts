import { type SQL, sql } from "drizzle-orm";
import { type CountedDays, daysTable, isWithinDay } from "./counted-days.ts";

/**
 * By the day on which an order was placed, each split by whether its shopper ever had an apology: orders; contacts (a person
 * was asked for on the page, and not taken back; a parcel that came was said not to be there, or not right); orders called off before any parcel of them had arrived, by the shop or by a
 * refund that was asked for on the page. Order by order, since PostgreSQL
 * would read whole tables beside few days. Indexes: orders_by_time, delays_once, remedies_by_order, desk_items_by_order, shipments_by_order.
 */
export function placedNumbers(counted: CountedDays): SQL {
  const { merchantId } = counted;
  return sql`
    with told as (
      select d.day, o.id, c.at as called_off_at,
        case when (select true from delays e where e.merchant_id = ${merchantId} and e.order_id = o.id
          and e.apologised_at is not null limit 1) then 'delayed' else 'calm' end as part,
        (select count(*) from remedies r where r.merchant_id = ${merchantId} and r.order_id = o.id and r.remedy = 'person'
          and r.state <> 'taken_back')
        + (select count(*) from desk_items q where q.merchant_id = ${merchantId} and q.order_id = o.id
          and q.topic = 'voice' and q.shipment_id is not null) as contacts
      from ${daysTable(counted)}
      cross join lateral (
        select id, cancelled_at from orders
        where merchant_id = ${merchantId} and ${isWithinDay(sql`placed_at`, counted)} offset 0) o
      cross join lateral (
        select min(at) as at from (
          select o.cancelled_at as at
          union all
          select min(r.chosen_at) from remedies r where r.merchant_id = ${merchantId} and r.order_id = o.id
            and r.remedy = 'refund' and r.state in ('waiting', 'accepted', 'done')) said) c),
    told_whole as (
      select *, (called_off_at is not null and (
        select true from shipments s
        cross join lateral (
          select arrived_at from expectations where merchant_id = s.merchant_id and shipment_id = s.id offset 0) e
        where s.merchant_id = ${merchantId} and s.order_id = told.id and e.arrived_at < told.called_off_at limit 1) is null)::int as cancelled
      from told)
    select m.measure, w.day, w.part, 0 as bucket, sum(m.n) as count, 0 as sum
    from told_whole w
    cross join lateral (values ('orders', 1::bigint), ('contacts', w.contacts), ('cancelled', w.cancelled)) m(measure, n)
    group by 1, 2, 3 having sum(m.n) > 0`;
}
