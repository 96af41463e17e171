import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

const BATCH = 500;

/**
 * Writes the same rows again in plain SQL, in batches of 500 parcels: the new observations into a table of the same form with
 * the same indexes, the states and the next checks over themselves. Returns parcels a second.
 */
export async function plainSqlRate(owner: Db, since: string): Promise<number> {
  await owner.execute(sql`create table if not exists bench_observations (like observations including all)`);
  await owner.execute(sql`truncate bench_observations`);
  const rows = await owner.execute<{ shipment_id: string; row: unknown; state: unknown }>(sql`
    select o.shipment_id, jsonb_agg(to_jsonb(o)) as row, to_jsonb(t) as state
    from observations o join tracking_states t using (merchant_id, shipment_id)
    where o.observed_at >= ${since}::timestamptz group by o.shipment_id, to_jsonb(t)`);
  const began = performance.now();
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const observations = JSON.stringify(batch.flatMap(({ row }) => row));
    const states = JSON.stringify(batch.map(({ state }) => state));
    await owner.transaction(async (tx) => {
      await tx.execute(
        sql`insert into bench_observations select * from jsonb_populate_recordset(null::observations, ${observations}::text::jsonb)`,
      );
      await tx.execute(sql`
        update tracking_states t set status = s.status, asked_at = s.asked_at, checked_at = s.checked_at, failures = s.failures
        from jsonb_populate_recordset(null::tracking_states, ${states}::text::jsonb) s
        where t.merchant_id = s.merchant_id and t.shipment_id = s.shipment_id`);
      await tx.execute(sql`
        update due_shipments d set next_check_at = next_check_at + interval '1 second', tried_at = s.asked_at
        from jsonb_populate_recordset(null::tracking_states, ${states}::text::jsonb) s
        where d.merchant_id = s.merchant_id and d.shipment_id = s.shipment_id`);
    });
  }
  return rows.length / ((performance.now() - began) / 1_000);
}
