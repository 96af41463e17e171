import { sql } from "drizzle-orm";
import { pino } from "pino";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { RequestKey } from "#db/queries/shop-hooks.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { askShop } from "#lib/use-cases/promises/ask-shop.ts";
import { chooseRemedy, takeBackRemedy } from "#lib/use-cases/promises/choose-remedy.ts";
import { delayRules, LATE, LATE_NOW, lateParcels } from "#lib/use-cases/promises/delays-testing.ts";
import { grantGesture } from "#lib/use-cases/promises/grant-gesture.ts";
import { dropShopHook, setShopHook } from "#lib/use-cases/promises/set-shop-hook.ts";
import { settleRemedy } from "#lib/use-cases/promises/settle-remedy.ts";
import { askShopJob } from "./jobs/ask-shop.ts";
import { startQueue } from "./queue.ts";
import { logShop } from "./shops/log-shop.ts";
import { startShop } from "./shops/shop-testing.ts";
import { webhookShop } from "./shops/webhook-shop.ts";

const ORDERS = 6;
const log = pino({ level: "silent" });
let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];
let used = 0;
const cleanUp: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, ORDERS));
});
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});
afterAll(() => database.drop());

const query = (text: string) =>
  withTenant(database.db, merchantId, async (tx) => [...(await tx.execute(sql.raw(text)))]);

/** A shop's system that is asked about this merchant from now on. */
async function connectedShop(status = 200) {
  const shop = await startShop(status);
  const secret = await setShopHook(
    { db: database.db, keys },
    { merchantId, url: shop.url, rotate: true, actor: "test" },
  );
  cleanUp.push(shop.close, () => dropShopHook({ db: database.db }, { merchantId, actor: "test" }));
  return { ...shop, secret: secret ?? "" };
}

/** A late parcel of an order that no other test knows, of which the shopper wants the money back. */
async function refundAsked() {
  used += 1;
  const token = tokens[used - 1] ?? "";
  const [order] = await query(`select id from orders where number = '#${used}'`);
  const [late] = await lateParcels(database, { merchantId, orderId: String(order?.id), count: 1 });
  const details = { words: "We are away by then.", address: null };
  await chooseRemedy(
    { db: database.db, keys, now: LATE_NOW },
    { token, remedy: "refund", parcelNumber: 1, details, requestKey: null },
  );
  const [row] = await query(`select id from remedies where shipment_id = '${late?.shipmentId}'`);
  const id = String(row?.id);
  const key: RequestKey = { merchantId, kind: "remedy", id };
  return {
    ...{ id, key, delayId: late?.delayId ?? "" },
    ask: () =>
      askShop({ db: database.db, keys, shopPort: (hook) => (hook === null ? logShop(log) : webhookShop(hook)) }, key),
    takeBack: () => takeBackRemedy({ db: database.db, keys }, { token, remedyId: id }),
    stored: async () =>
      (await query(`select request, request_error as error, state from remedies where id = '${id}'`))[0],
  };
}

test("a worker asks the shop for what was chosen, and tells it what was taken back", async () => {
  const shop = await connectedShop();
  const context = { db: database.db, log, keys, carriers: new Map(), send: sendHttp };
  cleanUp.push(
    await startQueue(database.appUrl, [askShopJob], { ...context, sandbox: { url: "http://127.0.0.1:9", pace: 1 } }),
  );
  const { id, takeBack } = await refundAsked();
  await expect.poll(() => shop.asked.length, { timeout: 20_000 }).toBe(1);
  const [one] = shop.asked;
  expect(one?.headers["webhook-signature"]).toBe(one?.signatureFor(shop.secret));
  expect(JSON.parse(one?.body ?? "")).toEqual({
    type: "refund.requested",
    timestamp: expect.stringMatching(/^20.*Z$/),
    data: {
      ...{ id, shop: "linked-orders", orderNumber: "#1", words: "We are away by then." },
      parcel: { carrier: "ups", trackingNumber: expect.any(String) },
      dueAt: expect.stringMatching(/:00:00Z$/),
    },
  });
  await takeBack();
  await expect.poll(() => shop.asked.length, { timeout: 20_000 }).toBe(2);
  expect(shop.asked[1]?.headers["webhook-id"]).toBe(`${id}_withdrawn`);
  expect(JSON.parse(shop.asked[1]?.body ?? "")).toMatchObject({ type: "refund.withdrawn", data: { id } });
});

test("a shop that is away is asked again for a day, and then the desk says so", async () => {
  const shop = await connectedShop(500);
  const { id, ask, stored } = await refundAsked();
  expect(await ask()).toEqual({ kind: "later", reason: "answered_500" });
  expect(await stored()).toEqual({ request: "queued", error: "answered_500", state: "waiting" });
  await query(`update remedies set chosen_at = now() - interval '25 hours' where id = '${id}' returning 1`);
  expect(await ask()).toEqual({ kind: "given_up", reason: "answered_500" });
  expect(await stored()).toMatchObject({ request: "failed", state: "waiting" });
  expect(await ask()).toEqual({ kind: "nothing" });
  expect(shop.asked).toHaveLength(2);
});

test("one who takes back while the shop is being asked has the withdrawal told as well", async () => {
  const { ask, key, takeBack, stored } = await refundAsked();
  const said: string[] = [];
  const slow = {
    ask: async ({ type }: { readonly type: string }) => {
      said.push(type);
      if (type === "refund.requested") await takeBack();
      return { ok: true, value: undefined } as const;
    },
  };
  await askShop({ db: database.db, keys, shopPort: () => slow }, key);
  expect(await stored()).toMatchObject({ request: "queued", state: "taken_back" });
  await askShop({ db: database.db, keys, shopPort: () => slow }, key);
  expect(said).toEqual(["refund.requested", "refund.withdrawn"]);
  expect(await ask()).toEqual({ kind: "nothing" });
});

test("what somebody did at the desk before is not asked for any more", async () => {
  const shop = await connectedShop();
  const { id, ask, stored } = await refundAsked();
  await settleRemedy({ db: database.db }, { merchantId, remedyId: id, state: "done", actor: "member" });
  expect(await ask()).toEqual({ kind: "nothing" });
  expect([await stored(), shop.asked]).toEqual([{ request: null, error: null, state: "done" }, []]);
});

test("a gesture is told with its code, and a shop that nobody connected finds it in the log", async () => {
  const { delayId, ask } = await refundAsked();
  const give = { kind: "amount_off", amountMinor: 500, on: "next_order" };
  const rules = delayRules({ gestures: [{ id: "sorry", name: "Sorry", give }] });
  const granted = await withTenant(database.db, merchantId, (tx) =>
    grantGesture(tx, { merchantId, delayId, delay: LATE, rules, now: Temporal.Instant.from("2026-11-05T09:00:00Z") }),
  );
  const [row] = await query(`select id from gestures where delay_id = '${delayId}'`);
  const shop = await connectedShop();
  const key: RequestKey = { merchantId, kind: "gesture", id: String(row?.id) };
  await askShop({ db: database.db, keys, shopPort: (hook) => (hook === null ? logShop(log) : webhookShop(hook)) }, key);
  expect(JSON.parse(shop.asked[0]?.body ?? "")).toMatchObject({
    type: "gesture.granted",
    data: { gesture: give, code: granted?.code, costMinor: 500, currency: "GBP", ruleId: "sorry" },
  });
  await dropShopHook({ db: database.db }, { merchantId, actor: "test" });
  expect(await ask()).toEqual({ kind: "asked" });
  expect(shop.asked).toHaveLength(1);
});
