import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { csv, head, openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import { type DelayCursor, delaysBefore } from "./delay-numbers.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const MANY = 5_000;

test("a page of delays reads no more than itself, however many of them began in one moment", async () => {
  const { merchantId, run } = await openTestShop(database, "stormy");
  await run("orders", csv([head("#1", "A1")]));
  await withTenant(database.db, merchantId, async (tx) => {
    await tx.execute(sql`insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select merchant_id, gen_random_uuid(), id, 'ups', 'TEST' || n from orders, generate_series(1, ${MANY}) n`);
    await tx.execute(sql`insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, began_at)
      select merchant_id, gen_random_uuid(), order_id, id, 'late', 'apology', 'passed', 1, '2026-11-01' from shipments`);
  });
  await database.ownerDb.execute(sql`analyze`);
  const [middle] = await database.ownerDb.execute<DelayCursor>(
    sql`select id, began_at as "beganAt" from delays order by id offset ${MANY / 2} limit 1`,
  );
  const before = await delaysRead();
  const connection = connect({ url: database.appUrl, maxConnections: 1, name: "paging" });
  const page = await withTenant(connection.db, merchantId, (tx) =>
    delaysBefore(tx, { merchantId, after: middle ?? null, limit: 20 }),
  );
  // A session hands in its statistics when it ends.
  await connection.close();
  await expect.poll(pagingSessions, { timeout: 10_000 }).toBe(0);
  expect(page).toHaveLength(20);
  expect((await delaysRead()) - before).toBeLessThan(100);
});

async function delaysRead(): Promise<number> {
  await database.ownerDb.execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = await database.ownerDb.execute<{ read: number }>(
    sql`select (seq_tup_read + idx_tup_fetch)::float8 as read from pg_stat_user_tables where relname = 'delays'`,
  );
  return row?.read ?? 0;
}

async function pagingSessions(): Promise<number> {
  const [row] = await database.ownerDb.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'paging'`,
  );
  return row?.n ?? 0;
}
