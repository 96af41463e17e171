import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Topic } from "./count-days.ts";

type Shop = { readonly merchantId: MerchantId; readonly zone: string };

/** Days of a topic, by the shop's clock. */
export type TouchedDay = { readonly topic: Topic; readonly day: string };

/** Lets those who count a shop's numbers take turns, until the transaction ends. */
export async function lockCounting(tx: Tx, { merchantId }: Pick<Shop, "merchantId">): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`numbers ${merchantId}`}, 0))`);
}

/**
 * Takes the notes of at most `limit` days, the newest first; none when nothing has to be counted again. To be counted in a
 * later statement of the same transaction: whoever commits after this one has left a note that is still there. The day of a
 * moment is noted by UTC, which is two days of most clocks. Index: the key.
 */
export async function takeTouchedDays(
  tx: Tx,
  { merchantId, zone, limit }: Shop & { readonly limit: number },
): Promise<readonly TouchedDay[]> {
  return tx.execute<TouchedDay>(sql`
    with chosen as (
      select distinct topic, day from touched_days where merchant_id = ${merchantId} order by day desc, topic limit ${limit}),
    taken as (
      delete from touched_days t using chosen
      where t.merchant_id = ${merchantId} and t.topic = chosen.topic and t.day = chosen.day)
    select distinct chosen.topic, e.day::text as day from chosen
    cross join lateral (
      select chosen.day where chosen.topic in ('due', 'seen')
      union
      select (chosen.day::timestamp at time zone 'UTC' at time zone ${zone})::date where chosen.topic not in ('due', 'seen')
      union
      select ((chosen.day + 1)::timestamp at time zone 'UTC' at time zone ${zone} - interval '1 microsecond')::date
      where chosen.topic not in ('due', 'seen')) e(day)`);
}

/** Forgets all notes: everything is counted anew in this transaction or after it. Index: the key. */
export async function forgetTouchedDays(tx: Tx, { merchantId }: Pick<Shop, "merchantId">): Promise<void> {
  await tx.execute(sql`delete from touched_days where merchant_id = ${merchantId}`);
}
