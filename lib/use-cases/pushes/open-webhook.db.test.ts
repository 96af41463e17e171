import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { forgetPushes } from "./forget-pushes.ts";
import { openWebhook } from "./open-webhook.ts";
import { openPushedShop } from "./pushed-shop-testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const open = (slug: string, account: string) =>
  openPushedShop(database, { slug, account, carrier: "ontrac", numbers: ["AAAA1"] });

test("an account keeps its address, and its secret is not told again", async () => {
  const { deps, merchantId, webhookKey } = await open("kept", "easypost");
  const asked = { merchantId, carrier: "easypost", label: "main", secret: null, rotate: false, actor: "test" };
  expect(await openWebhook(deps, asked)).toEqual({ webhookKey, created: false, secret: null });
  await expect(openWebhook(deps, { ...asked, secret: "another" })).rejects.toThrow("--rotate");
  await expect(openWebhook(deps, { ...asked, label: "nobody's" })).rejects.toThrow("Connect it first");
});

test("a carrier that signs with a secret of its own gets none of ours", async () => {
  const { deps, merchantId } = await open("given", "17track");
  const asked = { merchantId, carrier: "17track", label: "main", secret: null, rotate: true, actor: "test" };
  await expect(openWebhook(deps, asked)).rejects.toThrow("API key");
  expect(await openWebhook(deps, { ...asked, secret: "key" })).toMatchObject({ created: true, secret: null });
});

test("pushes are forgotten after 30 days, and not before", async () => {
  const shop = await open("forgotten", "easypost");
  for (const body of ["1", "2"]) await shop.push(body);
  await database.ownerDb.execute(sql`
    update carrier_pushes set received_at = now() - interval '31 days' where merchant_id = ${shop.merchantId} and body = '1'`);
  expect(await forgetPushes(shop.deps, new AbortController().signal)).toBe(1);
  expect(await shop.rows("select body from carrier_pushes")).toEqual([{ body: "2" }]);
});
