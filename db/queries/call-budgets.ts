import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import type { CallLimits, Spent } from "#lib/tracking/budget/call-limits.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

export type CallBudget = {
  readonly limits: CallLimits;
  readonly spent: Spent;
  /** The database's own time, in milliseconds since 1970. */
  readonly nowMs: number;
};

const counts = z.array(z.tuple([z.int(), z.int(), z.int()])).catch([]);
const stored = z.object({ slots: counts, days: counts, nextMs: z.number().catch(0), evenMs: z.number().catch(0) });

type Row = Omit<CallLimits, never> & { readonly spent: unknown; readonly nowMs: number };

const FIELDS = sql`per_second as "perSecond", per_hour as "perHour", per_day as "perDay", spent,
  extract(epoch from clock_timestamp())::float8 * 1000 as "nowMs"`;

/**
 * The account's budget, locked until the transaction ends: of many who want to call, one after the other is told how often it
 * may. An account without a budget gets one with these limits. Uses the primary key.
 */
export async function lockBudget(
  tx: Pick<Tx, "execute">,
  { merchantId, accountId, limits }: Account & { readonly limits: CallLimits },
): Promise<CallBudget> {
  const lock = () =>
    tx.execute<Row>(sql`select ${FIELDS} from call_budgets where account_id = ${accountId} for update`);
  let [row] = await lock();
  if (row === undefined) {
    await tx.execute(sql`
      insert into call_budgets (account_id, merchant_id, per_second, per_hour, per_day)
      values (${accountId}, ${merchantId}, ${limits.perSecond}, ${limits.perHour}, ${limits.perDay})
      on conflict do nothing`);
    [row] = await lock();
  }
  if (row === undefined) throw new Error("A call budget was removed while it was asked for");
  return budgetOf(row);
}

/** What was spent, and when the schedule may want its next call, in milliseconds from now. Uses the primary key. */
export async function saveSpent(
  tx: Pick<Tx, "execute">,
  input: Pick<Account, "accountId"> & { readonly spent: Spent; readonly freeInMs: number },
): Promise<void> {
  await tx.execute(sql`
    update call_budgets set spent = ${JSON.stringify(input.spent)}::text::jsonb,
      free_at = clock_timestamp() + make_interval(secs => ${input.freeInMs / 1_000}::float8)
    where account_id = ${input.accountId}`);
}

/** The account's budget as it stands; null before its first call. Uses the primary key. */
export async function findBudget(db: Pick<Db, "execute">, accountId: CarrierAccountId): Promise<CallBudget | null> {
  const [row] = await db.execute<Row>(sql`select ${FIELDS} from call_budgets where account_id = ${accountId}`);
  return row === undefined ? null : budgetOf(row);
}

/** Gives an account other limits; what it has spent stays spent. Uses the primary key. */
export async function saveLimits(
  tx: Pick<Tx, "execute">,
  { merchantId, accountId, limits }: Account & { readonly limits: CallLimits },
): Promise<void> {
  await tx.execute(sql`
    insert into call_budgets (account_id, merchant_id, per_second, per_hour, per_day)
    values (${accountId}, ${merchantId}, ${limits.perSecond}, ${limits.perHour}, ${limits.perDay})
    on conflict (account_id) do update set per_second = excluded.per_second, per_hour = excluded.per_hour,
      per_day = excluded.per_day, free_at = now(), spent = call_budgets.spent - 'evenMs'`);
}

function budgetOf({ spent, nowMs, ...limits }: Row): CallBudget {
  return { limits, spent: stored.parse({ slots: [], days: [], ...Object(spent) }), nowMs };
}
