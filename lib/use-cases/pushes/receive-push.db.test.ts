import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { openPushedShop, SECRET } from "./pushed-shop-testing.ts";
import { type PushedJourney, pushBody } from "./pushes-testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

let shops = 0;
const NUMBER = "1Z0000000000000003";
const open = (account = "easypost") => {
  shops += 1;
  return openPushedShop(database, { slug: `received-${shops}`, account, carrier: "ontrac", numbers: [NUMBER] });
};
const journey = (more: Partial<PushedJourney> = {}): PushedJourney => ({
  ...{ number: NUMBER, id: "evt_1", saidAt: "2026-11-20T12:00:00Z" },
  scans: [{ step: "moving", at: "2026-11-20T11:00:00Z" }],
  ...more,
});
const jobs = async (merchantId: string) =>
  (
    await database.ownerDb.execute(sql`
    select 1 from pgboss.job where name = 'work-push' and data->>'merchantId' = ${merchantId}`)
  ).length;

test("a signed push is stored once with its job, however often and in whichever words it comes", async () => {
  const shop = await open();
  const body = pushBody("easypost", journey());
  expect(await shop.push(body)).toEqual({ kind: "stored" });
  expect(await shop.push(body)).toEqual({ kind: "replay" });
  // Sent again, EasyPost's events have their id and other particulars.
  expect(await shop.push(body.replace('"production"', '"test"'))).toEqual({ kind: "replay" });
  expect(await shop.count("carrier_pushes")).toBe(1);
  expect(await jobs(shop.merchantId)).toBe(1);
});

test("many deliveries of one push at once leave one row and one job", async () => {
  const shop = await open("17track");
  const body = pushBody("17track", journey());
  const kinds = (await Promise.all(Array.from({ length: 8 }, () => shop.push(body)))).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "stored")).toHaveLength(1);
  expect([await shop.count("carrier_pushes"), await jobs(shop.merchantId)]).toEqual([1, 1]);
});

test("what is not signed with the account's secret leaves nothing behind", async () => {
  const shop = await open("aftership");
  const body = pushBody("aftership", journey());
  expect(await shop.push(body, "another secret")).toEqual({ kind: "forged" });
  expect(await shop.receive(body, {})).toEqual({ kind: "forged" });
  expect(await shop.receive(body, { "aftership-hmac-sha256": "" })).toEqual({ kind: "forged" });
  expect(await shop.count("carrier_pushes")).toBe(0);
});

test("an address that is nobody's, or was given up for another, takes nothing", async () => {
  const [shop, other] = [await open(), await open()];
  const body = Buffer.from(pushBody("easypost", journey()));
  const at = (webhookKey: string) => shop.receivePush({ webhookKey, body, header: () => null });
  expect(await at("A".repeat(22))).toEqual({ kind: "unknown" });
  expect(await at(shop.webhookKey)).toEqual({ kind: "forged" });
  await database.db.execute(
    sql`update account_index set merchant_id = ${other.merchantId} where webhook_key = ${shop.webhookKey}`,
  );
  expect(await at(shop.webhookKey)).toEqual({ kind: "unknown" });
});

test("bytes that are no text are judged as they came, and stored as far as they are text", async () => {
  const shop = await open("17track");
  expect(await shop.push("\0{")).toEqual({ kind: "stored" });
  expect(await shop.rows("select body from carrier_pushes")).toEqual([{ body: "{" }]);
});

test("a carrier that asks whether we are there gets its challenge back; nothing is stored", async () => {
  const shop = await open();
  const challenge = "c3a1-77=";
  expect(await shop.receive(JSON.stringify({ challenge }), {})).toEqual({ kind: "challenge", challenge });
  expect(await shop.receive(JSON.stringify({ challenge: "<script>" }), {})).toEqual({ kind: "forged" });
  expect(await shop.count("carrier_pushes")).toBe(0);
});

test("the secret is not readable where it is stored", async () => {
  const shop = await open();
  expect(JSON.stringify(await shop.rows("select * from carrier_accounts"))).not.toContain(SECRET);
});
