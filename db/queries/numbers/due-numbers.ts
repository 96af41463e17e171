import { type SQL, sql } from "drizzle-orm";
import { type CountedDays, daysTable } from "./counted-days.ts";

/** Lateness in days is counted from so early to so late; what is beyond stands with the last. */
const EARLIEST = -9;
const LATEST = 30;

/**
 * By the last day of the promise that counts. `due`: outbound parcels by what became of them (`came` with how many days after
 * that day; what had not arrived once it was over: `missing`, `back`, `called_off`). `slipped` and `told`: promises that passed, and of how many the
 * shopper was told before the day was over and before they looked after that; orders that were still with the shop among them.
 * `chance`: parcels by the chance that we gave them at hand-over to come in time (tenths; `sum` in ten thousandths), and
 * `chance_kept` those that did. Parcel by parcel, since PostgreSQL would
 * read whole tables beside few days. Indexes: expectations_promised, delays_unsent, delays_once and primary keys.
 */
export function dueNumbers(counted: CountedDays): SQL {
  const { merchantId, zone } = counted;
  return sql`
    with p as (
      select d.day, e.late_first, e.arrived_on - e.promised_to as late, l.told_at, l.viewed_at, e.ends,
        case
          when e.arrived_on is null and e.ends > now() then null
          when t.status in ('returning', 'returned') then 'back'
          when e.arrived_on is not null then 'came'
          when t.status = 'cancelled' or o.cancelled_at is not null then 'called_off'
          else 'missing'
        end as fate
      from ${daysTable(counted)}
      cross join lateral (
        select *, (promised_to + 1)::timestamp at time zone zone as ends from expectations
        where merchant_id = ${merchantId} and promised_to = d.day offset 0) e
      cross join lateral (
        select status from tracking_states where merchant_id = ${merchantId} and shipment_id = e.shipment_id offset 0) t
      cross join lateral (select cancelled_at from orders where merchant_id = ${merchantId} and id = e.order_id offset 0) o
      left join lateral (
        select told_at, viewed_at from delays
        where merchant_id = ${merchantId} and order_id = e.order_id and shipment_id = e.shipment_id offset 0) l on true),
    slipped as (
      select day, told_at, viewed_at, ends from p where fate = 'missing' or fate = 'came' and late > 0
      union all
      select d.day, l.told_at, l.viewed_at, (l.was_to + 1)::timestamp at time zone ${zone}
      from ${daysTable(counted)}
      cross join lateral (
        select told_at, viewed_at, was_to from delays
        where merchant_id = ${merchantId} and was_to = d.day and shipment_id is null and cause = 'passed' offset 0) l)
    select 'due' as measure, day, fate as part,
      case when fate = 'came' then greatest(${EARLIEST}, least(${LATEST}, late)) else 0 end as bucket, count(*) as count, 0 as sum
    from p where fate is not null group by 2, 3, 4
    union all
    select 'slipped', day, '', 0, count(*), 0 from slipped group by 2
    union all
    select 'told', day, '', 0, count(*), 0 from slipped
    where told_at < ends and (viewed_at is null or viewed_at >= told_at or viewed_at < ends) group by 2
    union all
    select 'chance', day, '', least(floor((1 - late_first) * 10), 9)::int, count(*), sum(round((1 - late_first) * 10000))
    from p where late_first is not null and fate in ('came', 'missing') group by 2, 4
    union all
    select 'chance_kept', day, '', least(floor((1 - late_first) * 10), 9)::int, count(*), 0
    from p where late_first is not null and fate = 'came' and late <= 0 group by 2, 4`;
}
