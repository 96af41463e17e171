import { sql } from "drizzle-orm";
import { connect } from "#db/client.ts";
import { deskQueue, type QueueFilter, type QueuePlace } from "#db/queries/desk-queue.ts";
import { queueCounts } from "#db/queries/queue-counts.ts";
import { withTenant } from "#db/tenant.ts";
import { TOPICS } from "#lib/promise/concern/concern.ts";
import type { BenchShop } from "./shop.ts";
import { timed } from "./timed.ts";

const OPEN: QueueFilter = { topic: null, whose: null, when: "open" };
const FILTERS: readonly QueueFilter[] = [
  OPEN,
  ...TOPICS.map((topic) => ({ ...OPEN, topic })),
  { ...OPEN, whose: "nobody" },
  { ...OPEN, whose: "bench" },
  { ...OPEN, when: "overdue" },
  { ...OPEN, when: "snoozed" },
  { ...OPEN, when: "done" },
];
const PAGES = 8;
const PAGE = 31;

/** How long a page of the desk's queue takes with all its counts, in milliseconds: one of two parcels has something, half of it done. */
export async function measureQueue({ db, ownerUrl, merchantId }: BenchShop): Promise<readonly number[]> {
  await fill(ownerUrl, merchantId);
  const times: number[] = [];
  for (const filter of FILTERS) {
    let after: QueuePlace | null = null;
    const pages = await timed(Array.from({ length: PAGES }), () =>
      withTenant(db, merchantId, async (tx) => {
        const rows = await deskQueue(tx, { merchantId, filter, after, limit: PAGE });
        await queueCounts(tx, { merchantId, me: "bench" });
        after = rows.at(-1) ?? null;
      }),
    );
    times.push(...pages);
  }
  return times;
}

async function fill(ownerUrl: string, merchantId: string): Promise<void> {
  const { db, close } = connect({ url: ownerUrl, maxConnections: 1, statementTimeoutMs: 0, name: "bench queue" });
  try {
    await db.transaction(async (tx) => {
      // A person of the desk is not what is measured.
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`insert into desk_items (merchant_id, id, subject_id, topic, kind, order_id, shipment_id, shopper_id,
          severity, since, attend_by, resolved_at, assigned_to, snoozed_until)
        select s.merchant_id, gen_random_uuid(), s.id, (array['choice', 'trouble', 'unsent', 'shop', 'voice', 'number'])[1 + n % 6], 'lost',
          o.id, s.id, o.shopper_id, n % 4, now() - n * interval '10 seconds', now() + (n - 100000) * interval '20 seconds',
          case when n % 2 = 0 then now() - n * interval '5 seconds' end, case when n % 3 = 0 then 'bench' end,
          case when n % 11 = 0 then now() + interval '1 day' end
        from (select *, row_number() over (order by id) as n from shipments where merchant_id = ${merchantId}) s
        join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id where n % 4 < 2`);
    });
    await db.execute(sql`vacuum (analyze) desk_items`);
  } finally {
    await close();
  }
}
