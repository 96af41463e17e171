import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { sendMessage } from "#lib/use-cases/messages/send-message.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { askShop } from "#lib/use-cases/promises/ask-shop.ts";
import { delayRules, lateParcels } from "#lib/use-cases/promises/delays-testing.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { askForShopper } from "./ask-for-shopper.ts";
import { gestureRoom, giveGesture } from "./give-gesture.ts";
import { reportReceived } from "./report-received.ts";
import { writeToShopper } from "./write-to-shopper.ts";

let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, 4));
});
afterAll(() => database.drop());

const query = (text: string) =>
  withTenant(database.db, merchantId, async (tx) => [...(await tx.execute(sql.raw(text)))]);
let used = 0;

async function lateOrder() {
  used += 1;
  const [order] = await query(`select id from orders where number = '#${used}'`);
  const orderId = String(order?.id);
  const [late] = await lateParcels(database, { merchantId, orderId, count: 1 });
  return { orderId, shipmentId: late?.shipmentId ?? "", delayId: late?.delayId ?? "" };
}

test("what somebody decides for a shopper asks the shop once, stands on the page as the shop's, and is watched until it is done", async () => {
  const { orderId, shipmentId } = await lateOrder();
  const decided = {
    merchantId,
    orderId,
    shipmentId,
    remedy: "reship",
    answer: "It leaves today.",
    actor: "ben",
  } as const;
  const twice = await Promise.all([1, 2].map(() => askForShopper({ db: database.db }, decided)));
  expect(twice.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["asked"]));
  const stored = await query(
    `select id, state, chosen_by, answer, request from remedies where order_id = '${orderId}'`,
  );
  expect(stored).toMatchObject([
    { state: "accepted", chosen_by: "shop", answer: "It leaves today.", request: "queued" },
  ]);
  expect(await query(`select kind from desk_items where order_id = '${orderId}' and resolved_at is null`)).toEqual([
    { kind: "begun" },
  ]);
  const asked: string[] = [];
  const shopPort = () => ({
    ask: async ({ type }: { readonly type: string }) => {
      asked.push(type);
      return { ok: true, value: undefined } as const;
    },
  });
  const key = { merchantId, kind: "remedy", id: String(stored[0]?.id) } as const;
  expect(await askShop({ db: database.db, keys, shopPort }, key)).toEqual({ kind: "asked" });
  expect(asked).toEqual(["reship.requested"]);
  expect(await askForShopper({ db: database.db }, { ...decided, remedy: "refund" })).toEqual({ kind: "standing" });
});

test("what a shopper says is missing is before the desk at once and stays on the page, and comes again after somebody put it away", async () => {
  const { orderId } = await lateOrder();
  const token = tokens[used - 1] ?? "";
  const say = () =>
    reportReceived({ db: database.db, keys }, { token, about: "missing", parcel: 1, words: "Not in the porch." });
  const open = () => query(`select kind, facts from desk_items where order_id = '${orderId}' and resolved_at is null`);
  const wishes = { asked: null, saved: null, browser: [] };
  const told = async () => {
    const deps = { db: database.db, now: Temporal.Now.instant() };
    return [...(await openTrackingPage(deps, { token, wishes, isAddressOpen: false })).told];
  };
  await say();
  expect(await open()).toEqual([{ kind: "missing", facts: { words: "Not in the porch." } }]);
  expect(await told()).toEqual([[1, "missing"]]);
  await query(`update desk_items set resolved_at = now(), resolved_by = 'ben' where order_id = '${orderId}'`);
  expect(await told()).toEqual([]);
  await say();
  expect(await open()).toHaveLength(1);
  expect(JSON.stringify(await query("select * from audit"))).not.toContain("porch");
});

test("a gift by hand keeps to both budgets and to one a delay, whoever gives, and says what is left", async () => {
  const { delayId } = await lateOrder();
  const rules = JSON.stringify(delayRules({ budget: { perOrderMinor: 500, perMonthMinor: 100_000 } }));
  await query(`insert into rules (merchant_id, kind, version, rules) values ('${merchantId}', 'delay', 1, '${rules}')`);
  const [order] = await query("select currency from orders limit 1");
  await query(`update merchants set currency = '${String(order?.currency)}' where id = '${merchantId}'`);
  const give = (amountMinor: number) =>
    giveGesture({ db: database.db }, { merchantId, delayId, gift: { amountMinor }, actor: "ben" });
  expect(await give(501)).toMatchObject({ kind: "over", leftMinor: 500 });
  const both = await Promise.all([give(400), give(300)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(["given", "had"]);
  const room = await withTenant(database.db, merchantId, (tx) => gestureRoom(tx, { merchantId, delayId }));
  expect(room).toMatchObject({ granted: { ruleId: "by_hand" } });
  expect(await query(`select actor from audit where action = 'gesture.granted'`)).toEqual([{ actor: "ben" }]);
  expect(
    await giveGesture({ db: database.db }, { merchantId, delayId: merchantId, gift: { amountMinor: 1 }, actor: "b" }),
  ).toEqual({ kind: "unknown" });
});

test("a person's mail goes out in the shop's look with the way to the page, each one by itself; the audit holds no word of it", async () => {
  const { orderId } = await lateOrder();
  const write = (text: string) => writeToShopper({ db: database.db }, { merchantId, orderId, text, actor: "ben" });
  expect(await write("  ")).toEqual({ kind: "empty" });
  expect(await write("Dear <b>you</b>,\r\n\r\nit leaves today.")).toEqual({ kind: "queued" });
  expect(await write("One more thing.")).toEqual({ kind: "queued" });
  const rows = await query(`select id from messages where order_id = '${orderId}' order by id`);
  const mails: { readonly text: string; readonly html: string }[] = [];
  const mailer = {
    send: async (mail: { readonly text: string; readonly html: string }) => {
      mails.push(mail);
      return { ok: true, value: undefined } as const;
    },
  };
  const deps = { db: database.db, keys, mailer, publicUrl: "https://desk.example", mailFrom: null };
  for (const { id } of rows) await sendMessage(deps, { merchantId, messageId: String(id) });
  expect(mails).toHaveLength(2);
  expect(mails[0]?.text).toMatch(/^Dear <b>you<\/b>,\n\nit leaves today\.\n\nhttps:\/\/desk\.example\/t\/[\w-]{22}\n/);
  expect(mails[0]?.html).toContain("Dear &lt;b&gt;you&lt;/b&gt;,");
  expect(JSON.stringify(await query("select * from audit"))).not.toContain('leaves today."');
});
