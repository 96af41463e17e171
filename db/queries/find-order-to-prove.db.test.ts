import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { findOrderToProve } from "./find-order-to-prove.ts";

const ORDERS = 20_000;
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const deps = { db: database.db, keys: keyRingFrom(newKeyRingText("k1")) };
  const shop = { slug: "large", name: "Large", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  ({ merchantId } = await addMerchant(deps, { ...shop, storefrontUrl: null, supportEmail: null }));
  await withTenant(database.db, merchantId, async (tx) => {
    await tx.execute(sql`insert into shoppers (merchant_id, id, email, email_key)
      select ${merchantId}::uuid, gen_random_uuid(), 'p' || n || '@example.com', 'p' || n || '@example.com'
      from generate_series(1, ${ORDERS}) n`);
    await tx.execute(sql`insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency,
        subtotal_minor, shipping_minor, tax_minor, discount_minor, total_minor, source, source_hash)
      select merchant_id, gen_random_uuid(), '#' || email_key, replace(email_key, '@example.com', ''), id, now(), 'GBP',
        1, 0, 0, 0, 1, 'test', '' from shoppers`);
    await tx.execute(sql`insert into tracking_links (merchant_id, id, order_id, key_id, token_hash)
      select merchant_id, gen_random_uuid(), id, 'k1', number from orders`);
  });
  await database.ownerDb.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.drop());

test("among many orders the one is found without reading a table from end to end, by either of its keys", async () => {
  const asked: { text: string; values: unknown[] }[] = [];
  const client = postgres(database.appUrl, { max: 2 });
  const db = drizzle(client, { logger: { logQuery: (text, values) => asked.push({ text, values }) } });
  const plan = await withTenant(db, merchantId, async (tx) => {
    for (const numberKeys of [
      ["p7", "n"],
      ["n", "p7"],
    ] as const)
      expect(await findOrderToProve(tx, { merchantId, numberKeys })).toMatchObject({ email: "p7@example.com" });
    const [query] = asked.filter(({ text }) => text.includes("number_key"));
    const lines = await client.unsafe(`explain ${query?.text}`, query?.values as string[]);
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  }).finally(() => client.end());
  expect(plan).toContain("orders_by_number");
  expect(plan).not.toContain("Seq Scan");
});
