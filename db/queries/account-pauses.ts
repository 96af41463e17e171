import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";
import { isoUtc } from "./iso-utc.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** So many calls more in a row failed as a whole, and why; returns how many those are now. Uses the primary key. */
export async function countFailures(
  tx: Tx,
  { merchantId, accountId, calls, problem }: Account & { readonly calls: number; readonly problem: CheckProblem },
): Promise<number> {
  const [row] = await tx.execute<{ failures: number }>(sql`
    insert into account_pauses as p (account_id, merchant_id, paused_until, failures, problem)
    values (${accountId}, ${merchantId}, now(), ${calls}, ${problem})
    on conflict (account_id) do update set failures = p.failures + excluded.failures, problem = excluded.problem
    returning failures`);
  return row?.failures ?? calls;
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

/** The account answers again; a time that it was given meanwhile is kept all the same. Uses the primary key. */
export async function endPause(tx: Tx, { accountId }: Pick<Account, "accountId">): Promise<void> {
  await tx.execute(sql`delete from account_pauses where account_id = ${accountId} and paused_until <= now()`);
}

/** A merchant's own pause has no end of its own. */
const BY_HAND = sql`interval '50 years'`;

/** The merchant wants the account left alone until further notice. Uses the primary key. */
export async function pauseByHand(tx: Tx, { merchantId, accountId }: Account): Promise<void> {
  await tx.execute(sql`
    insert into account_pauses (account_id, merchant_id, paused_until, failures, problem)
    values (${accountId}, ${merchantId}, now() + 2 * ${BY_HAND}, 0, null)
    on conflict (account_id) do update
      set paused_until = excluded.paused_until, problem = null, failures = 0, since = now()`);
}

/** The merchant wants the account asked again; false where it was not paused by hand. Uses the primary key. */
export async function resumeByHand(tx: Tx, { merchantId, accountId }: Account): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from account_pauses
    where account_id = ${accountId} and merchant_id = ${merchantId} and paused_until > now() + ${BY_HAND}`);
  return rows.count > 0;
}

export type Trouble = {
  readonly accountId: CarrierAccountId;
  readonly problem: CheckProblem | null;
  /** ISO instants: since when it is in trouble, and until when it is left alone. */
  readonly since: string;
  readonly pausedUntil: string;
  /** The merchant paused it: no trouble. */
  readonly isByHand: boolean;
};

/** What keeps a merchant's accounts from answering, for the merchant. A merchant has a handful of accounts. */
export function troublesOf(
  db: Pick<Tx, "execute">,
  accountIds: readonly CarrierAccountId[],
): Promise<readonly Trouble[]> {
  return db.execute<Trouble>(sql`
    select account_id as "accountId", problem, ${isoUtc("since")} as since, ${isoUtc("paused_until")} as "pausedUntil",
      paused_until > now() + ${BY_HAND} as "isByHand"
    from account_pauses
    where account_id in (select jsonb_array_elements_text(${JSON.stringify(accountIds)}::text::jsonb)::uuid)`);
}

/** Accounts that are left alone at the moment, at most a thousand. The table holds those in trouble only. */
export async function pausedAccounts(db: Pick<Tx, "execute">): Promise<readonly Account[]> {
  return db.execute<Account>(sql`
    select merchant_id as "merchantId", account_id as "accountId" from account_pauses
    where paused_until > now() limit 1000`);
}
