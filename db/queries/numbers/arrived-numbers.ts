import { type SQL, sql } from "drizzle-orm";
import { type CountedDays, daysTable, isWithinDay } from "./counted-days.ts";

/** A way that took longer stands with the longest. */
const LONGEST = 60;

/**
 * By the day on which a parcel arrived. `transit`: how many days of the calendar after hand-over, by lane (carrier, country of
 * hand-over, country of the order). `window`: where the day fell of the window that was learned at hand-over. Indexes:
 * expectations_arrived and the key of orders.
 */
export function arrivedNumbers(counted: CountedDays): SQL {
  const { merchantId } = counted;
  return sql`
    with p as (
      select d.day, e.arrived_on, e.learned_first_from, e.learned_first_to,
        e.arrived_on - (e.handed_over_at at time zone e.zone)::date as took,
        concat_ws('|', e.carrier, coalesce(e.from_country, ''), coalesce(upper(btrim(o.ship_country)), '')) as lane
      from ${daysTable(counted)}
      cross join lateral (
        select * from expectations
        where merchant_id = ${merchantId} and ${isWithinDay(sql`arrived_at`, counted)} offset 0) e
      cross join lateral (select ship_country from orders where merchant_id = ${merchantId} and id = e.order_id offset 0) o
      where e.arrived_on is not null)
    select 'transit' as measure, day, lane as part, greatest(0, least(${LONGEST}, took)) as bucket, count(*) as count, 0 as sum
    from p where took is not null group by 2, 3, 4
    union all
    select 'window', day, case when arrived_on < learned_first_from then 'before'
      when arrived_on > learned_first_to then 'after' else 'within' end, 0, count(*), 0
    from p where learned_first_from is not null and learned_first_to is not null group by 2, 3`;
}
