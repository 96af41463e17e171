import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { ChoiceCount, CountedDay, CountedRow, GestureCount, SpentMonth } from "#lib/promise/numbers/counted.ts";
import { MEASURES } from "./count-days.ts";

/** Days of the shop's clock, both included, and where those of the span before begin; it ends the day before `from`. */
export type Spans = {
  readonly merchantId: MerchantId;
  readonly zone: string;
  readonly beforeFrom: string;
  readonly from: string;
  readonly to: string;
};

/** The days of these measures, one measure after the other: so the key of daily_numbers is entered by both. */
const daysOf = (
  measures: readonly string[],
  { merchantId, from, to }: Pick<Spans, "merchantId" | "from" | "to">,
) => sql`
  jsonb_array_elements_text(${JSON.stringify(measures)}::text::jsonb) one(measure)
  cross join lateral (
    select day, part, bucket, count, sum from daily_numbers
    where merchant_id = ${merchantId} and measure = one.measure collate "C" and day between ${from}::date and ${to}::date offset 0) n`;

/** All that was counted of two spans, added up. Index: the key of daily_numbers. */
export async function countsOfSpans(
  tx: Tx,
  { merchantId, beforeFrom, from, to }: Spans,
): Promise<readonly CountedRow[]> {
  return tx.execute<CountedRow>(sql`
    select measure, part, bucket, day >= ${from}::date as "isNow", sum(count)::float8 as count, sum(sum)::float8 as sum
    from ${daysOf(MEASURES, { merchantId, from: beforeFrom, to })}
    group by 1, 2, 3, 4`);
}

const COURSES = ["due", "slipped", "told", "seen", "offered"];

/** The days of one span. Index: the key of daily_numbers. */
export async function countsByDay(tx: Tx, { merchantId, from, to }: Spans): Promise<readonly CountedDay[]> {
  return tx.execute<CountedDay>(sql`
    select day::text as day, measure, part, sign(bucket)::int as bucket, sum(count)::float8 as count, sum(sum)::float8 as sum
    from ${daysOf(COURSES, { merchantId, from, to })}
    group by 1, 2, 3, 4`);
}

/** From the beginning of the span before to the end of this one, as a range of moments, which an index knows. */
const isWithin = (moment: SQL, { beforeFrom, to, zone }: Spans) =>
  sql`${moment} >= ${beforeFrom}::date::timestamp at time zone ${zone}
    and ${moment} < (${to}::date + 1)::timestamp at time zone ${zone}`;

const isNow = (moment: SQL, { from, zone }: Spans) => sql`${moment} >= ${from}::date::timestamp at time zone ${zone}`;

/** What shoppers chose in two spans, as it stands now. Few enough to be counted as they are. Index: remedies_by_time. */
export async function choicesOfSpans(tx: Tx, spans: Spans): Promise<readonly ChoiceCount[]> {
  return tx.execute<ChoiceCount>(sql`
    select remedy, state, ${isNow(sql`chosen_at`, spans)} as "isNow", count(*)::float8 as count from remedies
    where merchant_id = ${spans.merchantId} and ${isWithin(sql`chosen_at`, spans)} group by 1, 2, 3`);
}

/** What was given in two spans. The months keep the reading short. Index: gestures_by_month. */
export async function gesturesOfSpans(tx: Tx, spans: Spans): Promise<readonly GestureCount[]> {
  const { merchantId, beforeFrom, to } = spans;
  return tx.execute<GestureCount>(sql`
    select coalesce(gesture->>'kind', '') as kind, ${isNow(sql`granted_at`, spans)} as "isNow", count(*)::float8 as count,
      sum(cost_minor)::float8 as "costMinor"
    from gestures
    where merchant_id = ${merchantId} and ${isWithin(sql`granted_at`, spans)}
      and month between date_trunc('month', ${beforeFrom}::date)::date and ${to}::date
    group by 1, 2`);
}

/** The months of a span, those of deleted orders included. Index: the key of gesture_spend. */
export async function spentMonths(tx: Tx, { merchantId, from, to }: Spans): Promise<readonly SpentMonth[]> {
  return tx.execute<SpentMonth>(sql`
    select month::text as month, spent_minor::float8 as "spentMinor" from gesture_spend
    where merchant_id = ${merchantId} and month between date_trunc('month', ${from}::date)::date and ${to}::date order by month`);
}
