import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { saveDials } from "#lib/use-cases/dials/save-dials.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { type Cells, csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";
import { delayNumbersOf } from "./delay-numbers-of.ts";
import { judgeUnsent } from "./judge-unsent.ts";
import { dayFromNow } from "./judging-testing.ts";

let database: TestDatabase;
let shop: TestShop;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  shops += 1;
  shop = await openTestShop(database, `unsent-${shops}`);
});

const NOW = Temporal.Now.instant();
const PLACED = { "Created at": NOW.toString(), "Shipping Method": "Parcel (1-2 days)", "Shipping Country": "GB" };
const GENEROUS = {
  gestures: [{ id: "sorry", name: "Sorry", give: { kind: "percent_off", percent: 10, on: "next_order" } }],
};

const order = (more: Cells = {}) => head("#1", "A1", { ...PLACED, ...more });
const parcelOf = (number: string) =>
  shop.run(
    "shipments",
    csv([
      { Order: number, Carrier: "ups", "Tracking number": `TEST000${number.slice(1)}`, "Shipped at": NOW.toString() },
    ]),
  );

/** Orders as a shop tells them that sends others: the last one is sent. */
async function openOrders(rows: readonly Cells[]) {
  await shop.run("orders", csv([...rows, head("#9", "A1", PLACED)]));
  expect((await parcelOf("#9")).rejections).toEqual([]);
}

/** As when so many days have passed since its day; a ledger lets only its owner do that. */
async function overdueBy(days: number) {
  const [day, of] = [dayFromNow(-days), sql`merchant_id = ${shop.merchantId}`];
  await database.ownerDb.execute(sql`update promises set from_day = ${day}, to_day = ${day} where ${of}`);
  await database.ownerDb.execute(sql`update unsent_orders set due_on = ${day} where ${of}`);
}

async function linkOf(number: string) {
  const [found] = await shop.rows(`select id from orders where number = '${number}'`);
  return issueLink({ ...database, keys }, { merchantId: shop.merchantId, orderId: String(found?.id) });
}

const judge = () => judgeUnsent({ ...database, stopping: new AbortController().signal }, shop);
const delays = () => shop.rows(`select * from delays where merchant_id = '${shop.merchantId}'`);
const notices = () =>
  shop.rows(`select milestone, channel, shipment_id from messages where merchant_id = '${shop.merchantId}'`);
const gestures = () => shop.rows(`select 1 from gestures where merchant_id = '${shop.merchantId}'`);

test("what the shop still has past its day is apologised for with one delay, notice and gesture, whoever judges how often", async () => {
  await setRules(database, { ...shop, kind: "delay", rules: GENEROUS, actor: "test" });
  await openOrders([order()]);
  expect(await judge()).toEqual({ orders: 0, changed: 0 });
  await overdueBy(1);
  await Promise.all(Array.from({ length: 8 }, judge));
  expect(await judge()).toEqual({ orders: 1, changed: 0 });
  expect(await delays()).toMatchObject([
    {
      level: "apology",
      cause: "passed",
      days_late: 1,
      reason: "late_handover",
      responsible: "merchant",
      shipment_id: null,
    },
  ]);
  expect((await delays())[0]?.told_at).not.toBeNull();
  expect(await notices()).toEqual([{ milestone: "delayed", channel: "email", shipment_id: null }]);
  expect(await gestures()).toHaveLength(1);
  const { notice, delays: listed } = await delayNumbersOf(database, { ...shop, after: null });
  expect(notice).toEqual({ slipped: 1, toldBefore: 0 });
  expect(listed).toMatchObject([
    { orderNumber: "#1", shipmentId: null, daysLate: 1, gesture: { kind: "percent_off" } },
  ]);
  await overdueBy(3);
  expect(await judge()).toEqual({ orders: 1, changed: 1 });
  expect(await delays()).toMatchObject([{ days_late: 3 }]);
  expect(await notices()).toHaveLength(1);
});

test("a day that the order names counts as agreed, one that its page names stands over a later import", async () => {
  const neededBy = () => shop.rows("select needed_by, needed_by_said as said from orders where number = '#1'");
  await openOrders([order({ Notes: `Needed by ${dayFromNow(1)}, it is a present` })]);
  expect(await neededBy()).toEqual([{ needed_by: dayFromNow(1), said: "order" }]);
  await database.ownerDb.execute(sql`update orders set needed_by = ${dayFromNow(-1)} where number = '#1'`);
  await database.ownerDb.execute(sql`update unsent_orders set due_on = ${dayFromNow(-1)}`);
  await judge();
  expect(await delays()).toMatchObject([{ level: "apology", cause: "needed_by", misses_needed: true }]);
  const { token } = await linkOf("#1");
  const dials = { language: null, neededBy: dayFromNow(5), channels: [] };
  await saveDials({ ...database, keys }, { token, today: dayFromNow(0), dials });
  await shop.run("orders", csv([order({ Notes: `Needed by ${dayFromNow(2)}` })]));
  expect(await neededBy()).toEqual([{ needed_by: dayFromNow(5), said: "page" }]);
});

test("sent late, its delay goes on as its first parcel's: there is no second one to be told or paid for", async () => {
  await openOrders([order()]);
  await overdueBy(1);
  await judge();
  await parcelOf("#1");
  expect(await judge()).toEqual({ orders: 0, changed: 0 });
  const [sent] = await shop.rows(
    "select s.id from shipments s join orders o on o.id = s.order_id where o.number = '#1'",
  );
  expect(await delays()).toMatchObject([{ shipment_id: sent?.id, solved_at: null }]);
});

test("cancelled or paid back it is late no more", async () => {
  await openOrders([order()]);
  await overdueBy(1);
  await judge();
  await shop.run("orders", csv([order({ "Financial Status": "refunded" })]));
  expect(await judge()).toEqual({ orders: 0, changed: 0 });
  expect(await delays()).toMatchObject([{ shipment_id: null, solved_at: expect.any(String) }]);
});

test.each([
  ["was not paid", { "Financial Status": "pending" }],
  ["is not sent at all", { "Lineitem requires shipping": "false" }],
  ["was long over when we first heard of it", { "Created at": NOW.subtract({ hours: 240 }).toString() }],
  ["was promised nothing", { "Shipping Method": "Parcel" }],
])("nothing is said of an order that %s", async (_, told) => {
  await openOrders([order(told)]);
  await overdueBy(1);
  expect(await judge()).toEqual({ orders: 0, changed: 0 });
});

test("a shop that tells of no parcels is not said to send none", async () => {
  await shop.run("orders", csv([order()]));
  await overdueBy(1);
  expect(await judge()).toEqual({ orders: 0, changed: 0 });
});
