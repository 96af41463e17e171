import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** What the desk's start says of a shop. The first two are counted up to `MOST_COUNTED` and one more. */
export type DeskCounts = {
  readonly late: number;
  readonly waiting: number;
  readonly carriers: number;
  readonly paused: number;
  readonly people: number;
};

export const MOST_COUNTED = 999;

/** Cheap however large the shop is: what is open only, and never more than a thousand. Indexes: delays_open, remedies_due. */
export async function deskCounts(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<DeskCounts> {
  const limit = MOST_COUNTED + 1;
  const [row] = await tx.execute<DeskCounts>(sql`
    select
      (select count(*)::int from (
        select 1 from delays where merchant_id = ${merchantId} and solved_at is null limit ${limit}) d) as late,
      (select count(*)::int from (
        select 1 from remedies
        where merchant_id = ${merchantId} and state = 'waiting' and due_at is not null limit ${limit}) r) as waiting,
      (select count(*)::int from carrier_accounts where merchant_id = ${merchantId}) as carriers,
      (select count(*)::int from carrier_accounts a join account_pauses p on p.account_id = a.id
        where a.merchant_id = ${merchantId} and p.problem is not null) as paused,
      (select count(*)::int from members where merchant_id = ${merchantId}) as people`);
  return row ?? { late: 0, waiting: 0, carriers: 0, paused: 0, people: 0 };
}
