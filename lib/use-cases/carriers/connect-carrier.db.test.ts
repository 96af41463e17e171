import { afterAll, beforeAll, expect, test } from "vitest";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { csv, head, keys, openTestShop } from "#lib/use-cases/orders/import-testing.ts";
import { openCredentials } from "./carrier-credentials.ts";
import { connectCarrier } from "./connect-carrier.ts";
import { connectSandbox } from "./connect-sandbox.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const deps = () => ({ db: database.db, keys });
const shop = {
  name: "Live",
  currency: "GBP",
  zone: "Europe/London",
  locale: "en",
  storefrontUrl: null,
  supportEmail: null,
};
const live = async (slug: string) => (await addMerchant(deps(), { slug, ...shop, sandbox: false })).merchantId;
const ups = (merchantId: string, clientSecret: string) =>
  connectCarrier(deps(), {
    merchantId,
    carrier: "ups",
    label: "main",
    sandbox: false,
    aggregator: false,
    credentials: { clientId: "id", clientSecret },
    actor: "test",
  });
const accountsOf = (merchantId: string) =>
  withTenant(database.db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));

test("keys are kept sealed, open for their merchant and carrier only, and new keys replace old ones", async () => {
  const [mine, other] = [await live("sealed"), await live("sealed-other")];
  expect((await ups(mine, "first secret")).created).toBe(true);
  expect((await ups(mine, "second secret")).created).toBe(false);
  const [account] = await accountsOf(mine);
  expect(JSON.stringify(account)).not.toContain('secret"');
  if (account === undefined) throw new Error("no account");
  expect(openCredentials(keys, { merchantId: mine, carrier: "ups" }, account)?.clientSecret).toBe("second secret");
  expect(openCredentials(keys, { merchantId: other, carrier: "ups" }, account)).toBeNull();
  expect(openCredentials(keys, { merchantId: mine, carrier: "fedex" }, account)).toBeNull();
});

test("played and real accounts never meet in one shop", async () => {
  const { merchantId } = await openTestShop(database, "played");
  await expect(ups(merchantId, "real")).rejects.toMatchObject({ code: "conflict" });
  const real = await live("real");
  await ups(real, "real");
  await expect(connectSandbox(deps(), { merchantId: real, slug: "real", actor: "test" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await accountsOf(real)).toHaveLength(1);
});

test("a shop that is there gets its sandbox accounts once, and its open parcels are asked about", async () => {
  const merchantId = await live("late-sandbox");
  const shopOf = await openTestShop(database, "parcels-first");
  await shopOf.run("orders", csv([head("#1", "A1")]));
  await shopOf.run(
    "shipments",
    csv([{ Order: "#1", Carrier: "ups", "Tracking number": "1Z999AA10123456784", "Shipped at": "" }]),
  );
  await shopOf.rows(
    `update due_shipments set account_id = null where merchant_id = '${shopOf.merchantId}' returning 1`,
  );
  await shopOf.rows("delete from carrier_accounts returning 1");
  expect(await connectSandbox(deps(), { merchantId: shopOf.merchantId, slug: "parcels-first", actor: "test" })).toBe(4);
  const due = await shopOf.rows(`select account_id from due_shipments where merchant_id = '${shopOf.merchantId}'`);
  expect(due).toEqual([{ account_id: expect.any(String) }]);
  expect(await connectSandbox(deps(), { merchantId, slug: "late-sandbox", actor: "test" })).toBe(4);
  expect(await connectSandbox(deps(), { merchantId, slug: "late-sandbox", actor: "test" })).toBe(0);
});
