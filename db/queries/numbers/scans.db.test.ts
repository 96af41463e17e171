import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDelays, fillLargeShop, fillOffers } from "#db/queries/large-shop-testing.ts";
import { withTenant } from "#db/tenant.ts";
import { tablesScannedBy } from "#db/testing/tables-scanned-by.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { countNumbers } from "#lib/use-cases/numbers/count-numbers.ts";
import { shopNumbers } from "#lib/use-cases/numbers/shop-numbers.ts";
import { addPageViews } from "./add-page-views.ts";

const ORDERS = 20_000;
const stopping = new AbortController().signal;
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { name: "Large", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const deps = { db: database.db, keys: keyRingFrom(newKeyRingText("k1")) };
  const places = { storefrontUrl: null, supportEmail: null };
  ({ merchantId } = await addMerchant(deps, { slug: "large", ...shop, ...places }));
  await database.ownerDb.transaction((tx) => fillLargeShop(tx, merchantId, ORDERS));
  await withTenant(database.db, merchantId, async (tx) => {
    await fillDelays(tx);
    await fillOffers(tx);
    await tx.execute(sql`insert into expectations (merchant_id, shipment_id, order_id, is_open, zone, carrier, handed_over_at,
        arrived_at, arrived_on, promised_from, promised_to, judged_at)
      select s.merchant_id, s.id, o.id, false, 'Europe/London', 'ups', o.placed_at, o.placed_at, o.placed_at::date, o.placed_at::date,
        o.placed_at::date, now()
      from shipments s join orders o on o.merchant_id = s.merchant_id and o.id = s.order_id`);
    const rows = await tx.execute<{ orderId: string }>(sql`select id as "orderId" from orders`);
    await addPageViews(tx, {
      merchantId,
      views: rows.map(({ orderId }) => ({ orderId, state: "arriving", views: 1 })),
    });
    await tx.execute(sql`update page_views set day = day - (random() * 300)::int`);
  });
  await countNumbers({ db: database.db, stopping }, { merchantId });
  // Some years of lanes, since of a small table PostgreSQL rather reads everything.
  await withTenant(database.db, merchantId, (tx) =>
    tx.execute(sql`insert into daily_numbers (merchant_id, measure, day, part, bucket, count, sum)
      select ${merchantId}::uuid, m, current_date - 400 - n, 'p' || p, 0, 1, 0
      from generate_series(1, 1000) n, generate_series(1, 20) p, unnest(array['transit', 'due', 'orders', 'seen']) m`),
  );
  await database.ownerDb.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.drop());

test("counting the days that were touched, and looking at the desk's numbers, scans no table", async () => {
  const [order] = await database.ownerDb.execute<{ id: string }>(sql`select id from orders where number = '#4711'`);
  const orderId = order?.id ?? "";
  const scanned = await tablesScannedBy(database, async (db) => {
    await withTenant(db, merchantId, async (tx) => {
      await addPageViews(tx, { merchantId, views: [{ orderId, state: "arriving", views: 2 }] });
      await tx.execute(
        sql`update orders set cancelled_at = now() where merchant_id = ${merchantId} and id = ${orderId}`,
      );
      await tx.execute(sql`delete from page_views where merchant_id = ${merchantId} and order_id = ${orderId}`);
    });
    expect((await countNumbers({ db, stopping }, { merchantId })).days).toBeGreaterThan(2);
    await shopNumbers({ db }, { merchantId, asked: { days: null, from: "2026-01-01", to: "2026-03-01" } });
  });
  expect(scanned).toEqual([]);
});
