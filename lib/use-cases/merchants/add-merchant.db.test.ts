import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant, type NewMerchant } from "./add-merchant.ts";
import { linkSecretOf } from "./link-secret.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
const shop: NewMerchant = {
  slug: "shop",
  name: "Shop",
  currency: "EUR",
  zone: "Europe/Paris",
  locale: "fr",
  sandbox: false,
  storefrontUrl: "https://shop.example.com",
  supportEmail: "help@example.com",
};
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a merchant that is there already is left as it is, also when two add it at once", async () => {
  const added = await Promise.all(Array.from({ length: 5 }, () => addMerchant({ db: database.db, keys }, shop)));
  expect(added.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(added.map(({ merchantId }) => merchantId)).size).toBe(1);
});

test("a link secret is stored sealed, and opens with its own merchant's context only", async () => {
  const { merchantId } = await addMerchant({ db: database.db, keys }, { ...shop, slug: "sealed" });
  const secret = await linkSecretOf({ db: database.db, keys }, { merchantId });
  const stored = await withTenant(database.db, merchantId, (tx) => tx.execute(sql`select link_secret from merchants`));
  expect(JSON.stringify(stored)).not.toContain(secret);
  const stranger = keyRingFrom(newKeyRingText("k1"));
  await expect(linkSecretOf({ db: database.db, keys: stranger }, { merchantId })).rejects.toThrow();
});

test.each([
  { slug: "Shop" },
  { slug: "" },
  { name: " " },
  { currency: "EURO" },
  { zone: "Paris" },
  { locale: "klingon!" },
  { storefrontUrl: "javascript:alert(1)" },
  { supportEmail: "nobody" },
])("%j is refused in words before anything is written", async (change) => {
  const refused = addMerchant({ db: database.db, keys }, { ...shop, slug: "new-shop", ...change });
  await expect(refused).rejects.toMatchObject({ code: "invalid" });
});
