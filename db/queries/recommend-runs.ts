import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type RunPhase = "reading" | "choosing" | "learning" | "writing" | "done" | "failed";
type Run = { readonly merchantId: MerchantId; readonly id: string };

/**
 * Makes this the merchant's one run, whoever ran before, with a generation of its own, and removes rows that serve nobody: of
 * killed runs, and of what was superseded. Returns the generation. Uses the primary keys.
 */
export async function claimRun(tx: Tx, { merchantId, id }: Run): Promise<number> {
  const [row] = await tx.execute<{ generation: number }>(sql`
    insert into recommend_runs as r (merchant_id, id, generation, phase, started_at, beat_at)
    select ${merchantId}::uuid, ${id}::uuid, coalesce(max(generation), 0) + 1, 'reading', clock_timestamp(), clock_timestamp()
      from recommend_models where merchant_id = ${merchantId}
    on conflict (merchant_id) do update set (id, generation, phase, done, total, started_at, beat_at)
      = (excluded.id, greatest(r.generation + 1, excluded.generation), 'reading', 0, 0, excluded.started_at, excluded.beat_at)
    returning generation`);
  if (row === undefined) throw new Error("A run was not claimed");
  await tx.execute(sql`
    delete from recommend_rows where merchant_id = ${merchantId}
      and generation is distinct from (select generation from recommend_models where merchant_id = ${merchantId})`);
  return row.generation;
}

/** Says how far a run is; false when another has taken its place. Uses the primary key. */
export async function beatRun(
  tx: Tx,
  run: Run & { readonly phase: RunPhase; readonly done: number; readonly total: number },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update recommend_runs set phase = ${run.phase}, done = ${run.done}, total = ${run.total}, beat_at = clock_timestamp()
    where merchant_id = ${run.merchantId} and id = ${run.id} returning id`);
  return rows.length > 0;
}

/** Whether a run said within so many seconds that it goes on. Uses the primary key. */
export async function isRunning(
  tx: Tx,
  { merchantId, seconds }: { readonly merchantId: MerchantId; readonly seconds: number },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from recommend_runs where merchant_id = ${merchantId} and phase not in ('done', 'failed')
      and beat_at > clock_timestamp() - ${seconds} * interval '1 second'`);
  return rows.length > 0;
}
