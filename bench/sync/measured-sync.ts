import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

const LIMIT_MS = 120_000;

/**
 * Makes so many parcels due at once and waits until the worker has given back the last of them. Returns seconds from the
 * first to the last answer, by the database's clock. Throws when that takes two minutes.
 */
export async function secondsToSync(
  owner: Db,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<{ readonly seconds: number; readonly parcels: number; readonly since: string }> {
  // What was checked for a smaller size and is due again is not what is measured.
  await owner.execute(sql`
    update due_shipments set next_check_at = now() + interval '1 day' where next_check_at < now() + interval '2 hours'`);
  await owner.execute(sql`drop table if exists bench_checked`);
  await owner.execute(sql`
    create table bench_checked as select s.merchant_id, s.id as shipment_id
    from shipments s join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id
    where o.number_key::int between ${from}::int and ${to}::int`);
  const [now] = await owner.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  const since = now?.now ?? "";
  const due = await owner.execute(sql`
    update due_shipments d set next_check_at = now() from bench_checked c
    where d.merchant_id = c.merchant_id and d.shipment_id = c.shipment_id`);
  const began = performance.now();
  // By the index until none is due: counting a million takes part of a core from those who are measured.
  while (await isAnyDue(owner)) {
    if (performance.now() - began > LIMIT_MS) throw new Error("Not all parcels were checked within two minutes");
    await pause(250);
  }
  for (;;) {
    const [row] = await owner.execute<{ done: number; seconds: number }>(sql`
      select count(*)::int as done, extract(epoch from max(d.tried_at) - min(d.tried_at))::float8 as seconds
      from bench_checked c join due_shipments d on d.merchant_id = c.merchant_id and d.shipment_id = c.shipment_id
      where d.tried_at >= ${since}::timestamptz and d.lease_id is null and d.next_check_at > now()`);
    if (row !== undefined && row.done >= due.count) return { seconds: row.seconds, parcels: due.count, since };
    if (performance.now() - began > LIMIT_MS)
      throw new Error(`Only ${row?.done} of ${due.count} parcels were checked in two minutes`);
    await pause(500);
  }
}

/** Claimed ones count as due until they are given back. Index: due_shipments_by_account. */
async function isAnyDue(owner: Db): Promise<boolean> {
  const [row] = await owner.execute<{ due: boolean }>(sql`
    select exists (
      select 1 from carrier_accounts a, (values (0), (1), (2), (3)) c (urgency), lateral (
        select 1 from due_shipments d
        where d.account_id = a.id and d.urgency = c.urgency and d.next_check_at <= now() limit 1) one) as due`);
  return row?.due ?? false;
}
