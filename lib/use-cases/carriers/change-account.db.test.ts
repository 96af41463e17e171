import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { carrierAccountsOf, saveRoute } from "#db/queries/carrier-accounts.ts";
import { findPushDoor } from "#db/queries/pushes.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { openWebhook } from "#lib/use-cases/pushes/open-webhook.ts";
import { accountReports } from "./account-reports.ts";
import { changeKeys, mergedKeys } from "./change-keys.ts";
import { disconnectCarrier, forgetDisconnected, reconnectCarrier } from "./disconnect-carrier.ts";
import { pauseCarrier } from "./pause-carrier.ts";
import { tryAccount, tryKeys } from "./try-account.ts";

const NUMBER = "1Z999AA10123456784";
const running = new AbortController().signal;
let database: TestDatabase;
let sandbox: TestSandbox;
let shop: TestShop;
let ups: string;
let shops = 0;

const deps = () => ({
  ...{ db: database.db, keys, carriers: CARRIERS, send: sendHttp },
  sandbox: { url: sandbox.url, pace: 1 },
});
const key = (accountId = ups) => ({ merchantId: shop.merchantId, accountId, actor: "ana" });
const accounts = () => withTenant(database.db, shop.merchantId, (tx) => carrierAccountsOf(tx, shop));
const due = () => shop.rows(`select account_id from due_shipments where merchant_id = '${shop.merchantId}'`);

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await database.drop();
});
beforeEach(async () => {
  shops += 1;
  shop = await openTestShop(database, `accounts-${shops}`);
  await shop.run("orders", csv([head("#1", "A1")]));
  await shop.run("shipments", csv([{ Order: "#1", Carrier: "ups", "Tracking number": NUMBER }]));
  ups = (await accounts()).find(({ carrier }) => carrier === "ups")?.id ?? "";
});

test("a real call says whether keys are good, before they are saved and after", async () => {
  const tried = (clientId: string, url = sandbox.url) =>
    tryKeys(
      { ...deps(), sandbox: { url, pace: 1 } },
      {
        ...{ merchantId: shop.merchantId, carrier: "ups", sandbox: true },
        credentials: { clientId, clientSecret: "sandbox-x" },
      },
    );
  expect(await tried("sandbox-x")).toBe("accepted");
  expect(await tried("somebody-else")).toBe("refused");
  expect(await tried("sandbox-x", "http://127.0.0.1:9")).toBe("unreachable");
  expect(await tryAccount(deps(), key())).toBe("accepted");
  const [report] = (await accountReports(deps(), shop)).filter(({ accountId }) => accountId === ups);
  expect(report).toMatchObject({ today: 1, trouble: null });
  expect((await accounts()).map(({ carrier }) => carrier)).toEqual(["dhl", "fedex", "ups", "usps"]);
});

test("new keys replace what was typed only, and nothing of the old ones is lost", async () => {
  const typed = { clientId: "", clientSecret: "sandbox-new" };
  const merged = await mergedKeys(deps(), { ...key(), typed });
  expect(merged).toEqual({ clientId: `sandbox-accounts-${shops}`, clientSecret: "sandbox-new" });
  expect(await changeKeys(deps(), { ...key(), credentials: merged ?? typed })).toBe(true);
  expect(await mergedKeys(deps(), { ...key(), typed: { clientId: "", clientSecret: "" } })).toEqual(merged);
});

test("an account that is paused is left alone until it is asked again, and that is no trouble", async () => {
  expect(await pauseCarrier(deps(), { ...key(), isPaused: true })).toBe(true);
  const state = async () => (await accountReports(deps(), shop)).find(({ accountId }) => accountId === ups)?.trouble;
  expect(await state()).toMatchObject({ isByHand: true, problem: null });
  expect(await pauseCarrier(deps(), { ...key(), isPaused: false })).toBe(true);
  expect(await state()).toBeNull();
  expect(await pauseCarrier(deps(), { ...key(), isPaused: false })).toBe(false);
});

test("a disconnected account is gone with its keys, its parcels and its address, and comes back as it was", async () => {
  const { webhookKey } = await openWebhook(deps(), {
    ...{ merchantId: shop.merchantId, carrier: "ups", label: "sandbox" },
    ...{ secret: null, rotate: false, actor: "ana" },
  });
  await withTenant(database.db, shop.merchantId, (tx) =>
    saveRoute(tx, { merchantId: shop.merchantId, carrier: "ups", accountIds: [ups] }),
  );
  const before = (await accounts()).find(({ id }) => id === ups);
  expect(await due()).toEqual([{ account_id: ups }]);
  expect(await disconnectCarrier(deps(), key())).toBe(true);
  expect((await accounts()).some(({ id }) => id === ups)).toBe(false);
  expect(await findPushDoor(database.db, webhookKey)).toBeNull();
  expect(await due()).toEqual([{ account_id: null }]);
  expect(await reconnectCarrier(deps(), key())).toBe(true);
  expect((await accounts()).find(({ id }) => id === ups)).toEqual(before);
  expect(await findPushDoor(database.db, webhookKey)).toMatchObject({ accountId: ups });
  expect(await shop.count("carrier_routes")).toBe(1);
  expect(await due()).toEqual([{ account_id: ups }]);
  expect(await reconnectCarrier(deps(), key())).toBe(false);
  const acted = await shop.rows("select action from audit where actor = 'ana' order by id");
  expect(acted.map(({ action }) => action)).toEqual([
    "carrier_account.webhook_opened",
    "carrier_account.disconnected",
    "carrier_account.reconnected",
  ]);
});

test("after an hour a disconnected account's keys are gone for good", async () => {
  await disconnectCarrier(deps(), key());
  await shop.rows("update disconnected_accounts set removed_at = now() - interval '2 hours' returning 1");
  expect(await forgetDisconnected(deps(), running)).toBe(1);
  expect(await reconnectCarrier(deps(), key())).toBe(false);
});
