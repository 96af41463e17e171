import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

type Waiting = { readonly merchantId: MerchantId; readonly work: () => Promise<unknown> };

/**
 * For tests of the order in which scheduled parcels are locked: holds the merchant's least one, begins `work`, and tells how
 * many others it holds while it waits for that one. None, where it takes them by their ids; with any, somebody who takes
 * them in another order would wait for it in a circle.
 */
export async function lockedWhileWaiting({ ownerDb }: TestDatabase, { merchantId, work }: Waiting): Promise<number> {
  const count = async (query: ReturnType<typeof sql>) => (await ownerDb.execute(query)).length;
  const waiting = () =>
    count(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  let working: Promise<unknown> = Promise.resolve();
  const held = await ownerDb.transaction(async (tx) => {
    await tx.execute(sql`
      select 1 from due_shipments where merchant_id = ${merchantId} order by shipment_id limit 1 for update`);
    working = work();
    await expect.poll(waiting, { timeout: 5_000, interval: 5 }).toBe(1);
    const all = await count(sql`select 1 from due_shipments where merchant_id = ${merchantId}`);
    const free = sql`select 1 from due_shipments where merchant_id = ${merchantId} for update skip locked`;
    return all - 1 - (await count(free));
  });
  await working;
  return held;
}
