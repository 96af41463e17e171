import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** One call more in a row that failed as a whole; returns how many those are. Uses the primary key. */
export async function countFailure(tx: Tx, { merchantId, accountId }: Account): Promise<number> {
  const [row] = await tx.execute<{ failures: number }>(sql`
    insert into account_pauses as p (account_id, merchant_id, paused_until, failures)
    values (${accountId}, ${merchantId}, now(), 1)
    on conflict (account_id) do update set failures = p.failures + 1
    returning failures`);
  return row?.failures ?? 1;
}

/** Leaves the account alone for so long from now, or for as long as it was told before. Uses the primary key. */
export async function pauseAccount(
  tx: Tx,
  { accountId, pauseMs }: Account & { readonly pauseMs: number },
): Promise<void> {
  await tx.execute(sql`
    update account_pauses
    set paused_until = greatest(paused_until, now() + make_interval(secs => ${pauseMs / 1_000}::float8))
    where account_id = ${accountId}`);
}

/** The account answers again. Uses the primary key. */
export async function endPause(tx: Tx, { accountId }: Pick<Account, "accountId">): Promise<void> {
  await tx.execute(sql`delete from account_pauses where account_id = ${accountId}`);
}
