import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { chooseRemedy } from "#lib/use-cases/promises/choose-remedy.ts";
import { lateParcels } from "#lib/use-cases/promises/delays-testing.ts";
import { noteDelayLook } from "./note-delay-look.ts";
import { openTrackingPage } from "./open-tracking-page.ts";

let database: TestDatabase;
let merchantId: MerchantId;
let tokens: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId, tokens } = await linkedOrders(database, 3));
});
afterAll(() => database.drop());

const query = (text: string) =>
  withTenant(database.db, merchantId, async (tx) => [...(await tx.execute(sql.raw(text)))]);
const open = (nth: number, now = Temporal.Now.instant()) => {
  const wishes = { asked: null, saved: null, browser: [] };
  return openTrackingPage({ db: database.db, now }, { token: tokens[nth] ?? "", wishes, isAddressOpen: false });
};

async function orderAt(nth: number) {
  const [order] = await query(`select id from orders where number = '#${nth + 1}'`);
  return String(order?.id);
}

/** An order that was promised until a day that has passed, with one parcel that was apologised for. */
async function lateOrder(nth: number, fromDay: string, toDay: string) {
  const orderId = await orderAt(nth);
  await promise(orderId, fromDay, toDay);
  const [late] = await lateParcels(database, { merchantId, orderId, count: 1 });
  return { orderId, delayId: late?.delayId ?? "", shipmentId: late?.shipmentId ?? "" };
}

const promise = (orderId: string, fromDay: string, toDay: string) =>
  query(`insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, said_at)
    values ('${merchantId}', '${newId()}', '${orderId}', '${fromDay}', '${toDay}', 'merchant', now()) returning 1`);
const day = (days: number) => Temporal.Now.zonedDateTimeISO("Europe/London").toPlainDate().add({ days }).toString();

test("what was judged, granted and chosen stands on the page, beside the promise that was broken and the window of now", async () => {
  const { orderId, delayId, shipmentId } = await lateOrder(0, day(-3), day(-2));
  await query(`insert into expectations (merchant_id, shipment_id, order_id, zone, carrier, from_day, to_day, source, late, judged_at)
    values ('${merchantId}', '${shipmentId}', '${orderId}', 'Europe/London', 'ups', '${day(1)}', '${day(2)}', 'learned', 1, now())
    returning 1`);
  await query(`insert into gestures (merchant_id, id, delay_id, order_id, rule_id, rule_name, gesture, cost_minor, currency, code,
      month, granted_at, request)
    values ('${merchantId}', '${newId()}', '${delayId}', '${orderId}', 'r1', 'Late', '{"kind":"free_express"}', 990, 'GBP',
      '7Q4M-2XKD-9HTV', '2026-11-01', now(), 'sent') returning 1`);
  const details = { words: null, address: null };
  const wish = { remedy: "wait", parcelNumber: 1, details, requestKey: null } as const;
  await chooseRemedy({ db: database.db, keys, now: Temporal.Now.instant() }, { token: tokens[0] ?? "", ...wish });
  const { page, notices } = await open(0);
  expect(page.answer).toMatchObject({ kind: "delayed", tone: "sorry", isOver: true, window: { toDay: day(2) } });
  expect(notices).toMatchObject([
    {
      parcel: 1,
      notice: { kind: "apology", delay: { cause: "passed", was: { toDay: "2026-11-03" } } },
      gift: { gesture: { kind: "free_express" }, code: "7Q4M-2XKD-9HTV", currency: "GBP" },
      chosen: { remedy: "wait", state: "waiting", dueOn: null },
    },
  ]);
});

test("the first look at a delay is noted, once, and tells whoever was not told before", async () => {
  const { delayId } = await lateOrder(1, day(-3), day(-2));
  const times = async () => {
    const [row] = await query(`select viewed_at, told_at from delays where id = '${delayId}'`);
    return row;
  };
  expect((await open(1)).isFirstLook).toBe(true);
  await noteDelayLook({ db: database.db }, { token: tokens[1] ?? "" });
  const first = await times();
  expect(first?.viewed_at).toEqual(first?.told_at);
  expect(first?.viewed_at).not.toBeNull();
  expect((await open(1)).isFirstLook).toBe(false);
  await noteDelayLook({ db: database.db }, { token: tokens[1] ?? "" });
  expect(await times()).toEqual(first);
});

test("what is still with the shop can be chosen for as the page offers it, before any judging", async () => {
  const orderId = await orderAt(2);
  await promise(orderId, day(-3), day(-2));
  const { notices, page } = await open(2);
  expect(notices).toMatchObject([{ parcel: null, notice: { kind: "apology", delay: { reason: "late_handover" } } }]);
  const details = {
    words: null,
    address: { street: "2 Low Road", city: "Leeds", postcode: null, region: null, country: null },
  };
  const wish = { parcelNumber: null, details, requestKey: null };
  const choose = (remedy: "address" | "reship") =>
    chooseRemedy({ db: database.db, keys, now: Temporal.Now.instant() }, { token: tokens[2] ?? "", remedy, ...wish });
  expect(await choose("reship")).toEqual({ kind: "refused" });
  expect(await choose("address")).toEqual({ kind: "chosen" });
  const after = await open(2);
  expect(after.notices[0]?.chosen).toMatchObject({ remedy: "address", state: "waiting" });
  expect(after.page.version).not.toBe(page.version);
  expect(JSON.stringify([after.page, after.notices])).not.toContain("Low Road");
});
