import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { tablesScannedBy } from "#db/testing/tables-scanned-by.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import { findProducts, titlesOfSkus } from "./find-products.ts";
import { fillLargeShop } from "./large-shop-testing.ts";
import { rulesHistory } from "./rules-history.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const MANY = 8_000;

test("products that begin with a text, and how rules came about, are found without a scan", async () => {
  const { merchantId } = await openTestShop(database, "large");
  await withTenant(database.db, merchantId, (tx) => fillLargeShop(tx, merchantId, MANY));
  await database.ownerDb.execute(sql`insert into audit (merchant_id, id, actor, action, subject, after)
    select ${merchantId}, gen_random_uuid(), 'worker', case when n % 1000 = 0 then 'rules.set' else 'gesture.granted' end, 'delay',
      jsonb_build_object('version', n / 1000, 'rules', '{}'::jsonb) from generate_series(1, ${MANY}) n`);
  await database.ownerDb.execute(sql`analyze`);
  const scanned = await tablesScannedBy(database, (db) =>
    withTenant(db, merchantId, async (tx) => {
      expect(await findProducts(tx, { merchantId, text: "product 47", limit: 12 })).toHaveLength(12);
      expect(await titlesOfSkus(tx, { merchantId, skus: ["S1", "S2", "none"] })).toHaveLength(2);
      expect(await rulesHistory(tx, { merchantId, kind: "delay", limit: 5 })).toHaveLength(5);
    }),
  );
  expect(scanned).toEqual([]);
});
