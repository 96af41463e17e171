import { type SQL, sql } from "drizzle-orm";
import { type CountedDays, daysTable, isWithinDay } from "./counted-days.ts";

/**
 * By the day on which a row of products was made. `rows`: by what became of it (`shown`, `empty` where every product was
 * withheld, else the reason of the whole row). `offered`: products of shown rows, and how many of them were `seen` and
 * `clicked`. `withheld`: products, by reason, of rows that did not stay away whole. Indexes: offers_by_time and the key of
 * offer_sights.
 */
export function offeredNumbers(counted: CountedDays): SQL {
  const { merchantId } = counted;
  return sql`
    with f as materialized (
      select d.day, o.* from ${daysTable(counted)}
      cross join lateral (
        select id, reason, held_out, shown, withheld from offers
        where merchant_id = ${merchantId} and ${isWithinDay(sql`offered_at`, counted)} offset 0) o)
    select 'rows' as measure, day, coalesce(reason, case when shown = '[]' then 'empty' else 'shown' end) as part, 0 as bucket,
      count(*) as count, 0 as sum
    from f group by 2, 3
    union all
    select 'offered', day, 'shown', 0, sum(jsonb_array_length(shown)), 0
    from f where reason is null and not held_out and shown <> '[]' group by 2
    union all
    select 'offered', f.day, s.kind, 0, count(*), 0
    from f
    cross join lateral (select kind from offer_sights where merchant_id = ${merchantId} and offer_id = f.id offset 0) s
    where f.reason is null and not f.held_out group by 2, 3
    union all
    select 'withheld', f.day, coalesce(e->>'reason', ''), 0, count(*), 0
    from f cross join jsonb_array_elements(f.withheld) e where f.reason is null group by 2, 3`;
}
