import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Side } from "#db/queries/offer-numbers.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

type Shop = { readonly merchantId: MerchantId };

/** Lets the statements of this transaction take up to ten minutes each: for what is counted once a day. */
export async function allowMinutes(tx: Tx): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '10min'`);
}

/** Keeps the newest comparison, in place of the one before. Index: the key of daily_numbers. */
export async function saveHoldOut(
  tx: Tx,
  { merchantId, windowDays, sides }: Shop & { readonly windowDays: number; readonly sides: readonly Side[] },
): Promise<void> {
  const rows = JSON.stringify(
    sides.map(({ heldOut, shoppers, bought }) => ({
      part: heldOut ? "held_out" : "shown",
      count: shoppers,
      sum: bought,
    })),
  );
  await tx.execute(sql`delete from daily_numbers where merchant_id = ${merchantId} and measure = 'hold_out'`);
  await tx.execute(sql`
    insert into daily_numbers (merchant_id, measure, day, part, bucket, count, sum)
    select m.id, 'hold_out', (now() at time zone m.zone)::date, r.part, ${windowDays}::int, r.count, r.sum
    from merchants m, jsonb_to_recordset(${rows}::text::jsonb) as r(part text, count bigint, sum bigint) where m.id = ${merchantId}`);
}

/** The newest comparison: as of which day, for how many days a purchase counts, and both sides. */
export type HoldOut = { readonly asOf: string; readonly windowDays: number; readonly sides: readonly Side[] };

/** The comparison that was kept; null where nothing was compared yet. Index: the key of daily_numbers. */
export async function findHoldOut(tx: Tx, { merchantId }: Shop): Promise<HoldOut | null> {
  const rows = await tx.execute<Side & { asOf: string; windowDays: number }>(sql`
    select day::text as "asOf", bucket as "windowDays", part = 'held_out' as "heldOut", count::int as shoppers, sum::int as bought
    from daily_numbers where merchant_id = ${merchantId} and measure = 'hold_out' order by part`);
  const [first] = rows;
  return first === undefined ? null : { asOf: first.asOf, windowDays: first.windowDays, sides: rows };
}
