import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsReadBy } from "#db/testing/rows-read-by.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { listOrders } from "#lib/use-cases/orders/list-orders.ts";
import { fillLargeShop } from "./large-shop-testing.ts";

const ORDERS = 30_000;
const keys = keyRingFrom(newKeyRingText("k1"));
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { name: "Large", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const places = { storefrontUrl: null, supportEmail: null };
  ({ merchantId } = await addMerchant({ db: database.db, keys }, { slug: "large", ...shop, ...places }));
  await database.ownerDb.transaction((tx) => fillLargeShop(tx, merchantId, ORDERS));
  await database.ownerDb.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.drop());

test.each([
  ["newest", null],
  ["newest", "pending"],
  ["oldest", null],
  ["oldest", "pending"],
] as const)(
  "a page of orders, the %s first, of state %s, is read by its own rows, from its end and deep within",
  async (sort, status) => {
    const wanted = { status, carrier: null, needs: null, placedFrom: null, placedBefore: null };
    const deep = { placedAt: Temporal.Now.instant().subtract({ hours: 250 }).toString(), id: newId() };
    for (const before of [null, deep]) {
      const asked = { merchantId, text: "", wanted, before, sort, limit: 50 };
      const read = await rowsReadBy(database, async (db) => {
        expect((await listOrders({ db }, asked)).orders).toHaveLength(50);
      });
      expect(read).toBeLessThan(1_000);
    }
  },
);
