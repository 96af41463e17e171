import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

type Shop = { readonly merchantId: MerchantId };

/** How far a shop is counted, and its clock now. `countedAt` is null before the first count; days are the shop's. */
export type CountingState = {
  readonly zone: string;
  readonly today: string;
  readonly countedAt: string | null;
  /** The clock by which it was counted. */
  readonly countedZone: string | null;
  /** The day of the last count, and whether it was within the running hour. */
  readonly countedOn: string | null;
  readonly isSameHour: boolean;
};

/** Where counting stands. Uses the primary keys. */
export async function findCountingState(tx: Tx, { merchantId }: Shop): Promise<CountingState> {
  const [row] = await tx.execute<CountingState>(sql`
    select m.zone, (now() at time zone m.zone)::date::text as today,
      to_char(c.counted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "countedAt", c.zone as "countedZone",
      (c.counted_at at time zone m.zone)::date::text as "countedOn",
      coalesce(date_trunc('hour', c.counted_at) = date_trunc('hour', now()), false) as "isSameHour"
    from merchants m left join number_counts c on c.merchant_id = m.id where m.id = ${merchantId}`);
  if (row === undefined) throw new Error(`Merchant ${merchantId} is gone`);
  return row;
}

/** Notes that a shop is counted up to now, by this clock. Uses the primary key. */
export async function noteCounted(tx: Tx, { merchantId, zone }: Shop & { readonly zone: string }): Promise<void> {
  await tx.execute(sql`
    insert into number_counts (merchant_id, counted_at, zone) values (${merchantId}, now(), ${zone})
    on conflict (merchant_id) do update set counted_at = excluded.counted_at, zone = excluded.zone`);
}

/** The first and the last day of anything that is counted; null where there is nothing. */
export type CountedSpan = { readonly from: string; readonly to: string };

/**
 * From which day to which there is something to count. Indexes: orders_by_time, expectations_promised, expectations_arrived,
 * delays_unsent, offers_by_time, the keys of page_views and daily_numbers.
 */
export async function countedSpan(
  tx: Tx,
  { merchantId, zone }: Shop & { readonly zone: string },
): Promise<CountedSpan | null> {
  const ends = (table: string, column: string, isMoment: boolean, where = "true") => {
    const day = isMoment ? sql`(x at time zone ${zone})::date` : sql`x`;
    const from = sql`${sql.identifier(table)} where merchant_id = ${merchantId} and ${sql.identifier(column)} is not null and ${sql.raw(where)}`;
    return sql`
      select ${day} as day from (select min(${sql.identifier(column)}) as x from ${from}) one where x is not null
      union all
      select ${day} from (select max(${sql.identifier(column)}) as x from ${from}) one where x is not null`;
  };
  const [row] = await tx.execute<{ from: string | null; to: string | null }>(sql`
    select min(day)::text as "from", max(day)::text as "to" from (
      ${ends("orders", "placed_at", true)} union all ${ends("expectations", "promised_to", false)}
      union all ${ends("expectations", "arrived_at", true)} union all ${ends("delays", "was_to", false, "shipment_id is null")}
      union all ${ends("offers", "offered_at", true)} union all ${ends("page_views", "day", false)}) all_days`);
  return row?.from == null || row.to == null ? null : { from: row.from, to: row.to };
}

/** Drops what was counted of days outside of a span, or of all days. Index: the key of daily_numbers. */
export async function dropCountedOutside(
  tx: Tx,
  { merchantId, span }: Shop & { readonly span: CountedSpan | null },
): Promise<void> {
  const outside = span === null ? sql`true` : sql`not (day between ${span.from}::date and ${span.to}::date)`;
  await tx.execute(
    sql`delete from daily_numbers where merchant_id = ${merchantId} and measure <> 'hold_out' and ${outside}`,
  );
}
