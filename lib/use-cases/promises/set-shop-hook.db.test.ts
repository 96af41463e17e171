import { afterAll, beforeAll, expect, test } from "vitest";
import { findShopHook } from "#db/queries/shop-hooks.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { dropShopHook, setShopHook } from "./set-shop-hook.ts";
import { openShopSecret } from "./shop-secret.ts";

let database: TestDatabase;
let shop: TestShop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "hooked-shop");
});
afterAll(() => database.drop());

const set = (url: string, rotate = false) =>
  setShopHook({ db: database.db, keys }, { merchantId: shop.merchantId, url, rotate, actor: "cli" });
const stored = () =>
  withTenant(database.db, shop.merchantId, (tx) => findShopHook(tx, { merchantId: shop.merchantId }));
const opened = async (merchantId = shop.merchantId) => openShopSecret(keys, merchantId, (await stored())?.secret);

test("the secret is made once, shown once, sealed for this shop, and changed only when asked", async () => {
  const first = await set("https://shop.example/one");
  expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await set("https://shop.example/two")).toBeNull();
  expect([(await stored())?.url, await opened(), await opened(newId())]).toEqual([
    "https://shop.example/two",
    first,
    null,
  ]);
  const second = await set("https://shop.example/two", true);
  expect([second === first, await opened()]).toEqual([false, second]);
  const lines = JSON.stringify(
    await shop.rows("select action, before, after from audit where action = 'shop_hook.set'"),
  );
  expect(lines.match(/shop_hook\.set/g)).toHaveLength(3);
  expect(lines).not.toContain("whsec_");
});

test("an address that may not be asked changes nothing, and what is dropped is gone", async () => {
  const before = await stored();
  await expect(set("https://10.0.0.1/hook")).rejects.toMatchObject({ code: "invalid" });
  expect(await stored()).toEqual(before);
  const drop = () => dropShopHook({ db: database.db }, { merchantId: shop.merchantId, actor: "cli" });
  expect([await drop(), await drop(), await stored()]).toEqual([true, false, null]);
});
