import { type SQL, sql } from "drizzle-orm";
import { type CountedDays, daysTable } from "./counted-days.ts";

/** Pages that were opened, by what they said: how many orders' on a day, and how often (`sum`). Index: the key of page_views. */
export function seenNumbers(counted: CountedDays): SQL {
  return sql`
    select 'seen' as measure, d.day, v.state as part, 0 as bucket, count(*) as count, sum(v.views) as sum
    from ${daysTable(counted)}
    cross join lateral (
      select state, views from page_views where merchant_id = ${counted.merchantId} and day = d.day offset 0) v
    group by 2, 3`;
}
