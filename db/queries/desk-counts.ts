import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** What the desk's start says of a shop. */
export type DeskCounts = {
  /** Counted up to `MOST_COUNTED` and one more. */
  readonly late: number;
  readonly carriers: number;
  readonly paused: number;
  readonly people: number;
  readonly hasOrders: boolean;
  /** A look of its own was published. */
  readonly hasBrand: boolean;
};

export const MOST_COUNTED = 999;

/** Cheap however large the shop is: what is open only, and never more than a thousand. Indexes: delays_open, orders_by_time, brands_one_published. */
export async function deskCounts(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<DeskCounts> {
  const limit = MOST_COUNTED + 1;
  const [row] = await tx.execute<DeskCounts>(sql`
    select
      (select count(*)::int from (
        select 1 from delays where merchant_id = ${merchantId} and solved_at is null limit ${limit}) d) as late,
      (select count(*)::int from carrier_accounts where merchant_id = ${merchantId}) as carriers,
      (select count(*)::int from carrier_accounts a join account_pauses p on p.account_id = a.id
        where a.merchant_id = ${merchantId} and p.problem is not null) as paused,
      (select count(*)::int from members where merchant_id = ${merchantId}) as people,
      (select true from orders where merchant_id = ${merchantId} order by placed_at desc limit 1) is not null as "hasOrders",
      exists (select 1 from brands where merchant_id = ${merchantId} and state = 'published') as "hasBrand"`);
  if (row === undefined) throw new Error("A count has a row");
  return row;
}
