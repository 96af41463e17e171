import { afterAll, beforeAll, expect, test } from "vitest";
import { findPerson } from "#db/queries/people.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { shopsOfPerson } from "#lib/use-cases/access/enter-desk.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { ensureDemoOwner } from "./demo-owner.ts";
import { demoMerchants, demoSlugs } from "./merchants.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

test("one person owns all demo shops, with the same random password at every start, hashed once", async () => {
  const hashed: string[] = [];
  const passwords = {
    hashPassword: async (password: string) => {
      hashed.push(password);
      return `hash ${password}`;
    },
    verifyPassword: async ({ hash, password }: { readonly hash: string; readonly password: string }) =>
      hash === `hash ${password}`,
  };
  for (const slug of demoSlugs) await addMerchant({ ...database, keys }, demoMerchants[slug]);
  const first = await ensureDemoOwner({ ...database, keys, passwords });
  expect(await ensureDemoOwner({ ...database, keys, passwords })).toEqual(first);
  expect(first.password).toMatch(/^[A-Za-z0-9]{16}$/);
  expect(hashed).toEqual([first.password]);
  const userId = (await findPerson(database.db, { email: first.email }))?.id ?? "";
  const shops = await shopsOfPerson(database, { userId });
  expect(shops.map(({ slug, role }) => [slug, role])).toEqual([...demoSlugs].sort().map((slug) => [slug, "owner"]));
  const elsewhere = keyRingFrom(newKeyRingText("k1"));
  expect((await ensureDemoOwner({ ...database, keys: elsewhere, passwords })).password).not.toBe(first.password);
});
