import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import { rowsReadBy } from "#db/testing/rows-read-by.ts";
import { tablesScannedBy } from "#db/testing/tables-scanned-by.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import type { OrderDraft, ShipmentDraft } from "#lib/orders/drafts.ts";
import { keyRingFrom, newKeyRingText, tokenHash } from "#lib/runtime/key-ring.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { writeDrafts } from "#lib/use-cases/orders/write-drafts.ts";
import { askShop } from "#lib/use-cases/promises/ask-shop.ts";
import { chooseRemedy, takeBackRemedy } from "#lib/use-cases/promises/choose-remedy.ts";
import { delayNumbersOf } from "#lib/use-cases/promises/delay-numbers-of.ts";
import { judgeAgain, judgeParcels } from "#lib/use-cases/promises/judge-parcels.ts";
import { learnShop } from "#lib/use-cases/promises/learn-shop.ts";
import { candidatesFor } from "#lib/use-cases/recommend/candidates-for.ts";
import { keepOffer } from "#lib/use-cases/recommend/keep-offer.ts";
import { learningDue } from "#lib/use-cases/recommend/learning-due.ts";
import { noteSights } from "#lib/use-cases/recommend/note-sights.ts";
import { offerNumbersOf } from "#lib/use-cases/recommend/offer-numbers-of.ts";
import { offeredRow } from "#lib/use-cases/recommend/offered-row.ts";
import { productPageOf } from "#lib/use-cases/recommend/product-page-of.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { carrierAccountsOf } from "./carrier-accounts.ts";
import { readDesk } from "./desk-reads-testing.ts";
import {
  accountsDue,
  claimDue,
  claimForLook,
  giveBack,
  isAnyAsked,
  lockDue,
  newLookLease,
  releaseShipments,
} from "./due-shipments.ts";
import { findOrderByNumber } from "./find-order-by-number.ts";
import { addGesture, findGestureGround, gesturesOfMonth } from "./gestures.ts";
import { openParcels, unjudgedShipments } from "./judged-parcels.ts";
import { fillDelays, fillLargeShop, fillModel, fillOffers } from "./large-shop-testing.ts";
import { observationsOf } from "./observations.ts";
import { noteTold } from "./pushes.ts";
import { remediesDue, settle } from "./remedies.ts";
import { askEndedAgain, bringForward, moveLookedAt } from "./schedule-shipments.ts";
import { numbersOfShipments } from "./shipment-numbers.ts";
import { lockTrackingStates } from "./tracking-states.ts";
import { lockUnsent, noteUnsent, tellsParcels, unsentDue } from "./unsent-orders.ts";

/*
 * Read from PostgreSQL's own statistics rather than from EXPLAIN of copied SQL: whatever a use-case really asks, as the
 * application's role and under row-level security, must not scan a large table.
 */
const ORDERS = 50_000;
const keys = keyRingFrom(newKeyRingText("k1"));
const now = Temporal.Instant.from("2026-11-21T12:00:00Z");
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { name: "Large", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const places = { storefrontUrl: null, supportEmail: null };
  ({ merchantId } = await addMerchant({ db: database.db, keys }, { slug: "large", ...shop, ...places }));
  await database.ownerDb.transaction((tx) => fillLargeShop(tx, merchantId, ORDERS));
  await database.ownerDb.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.drop());

function orderDraft(number: string): OrderDraft {
  const money = { currency: "GBP", subtotalMinor: 1, shippingMinor: 0, taxMinor: 0, discountMinor: 0, totalMinor: 1 };
  const unsaid = { shippingMethod: null, financialStatus: null, note: null, neededBy: null };
  const nothing = { ...unsaid, cancelledAt: null, shipTo: null };
  const line = { sku: `S${number}`, title: "Product", quantity: 1, unitPriceMinor: 1, requiresShipping: true };
  const who = { email: `p${number}@example.com`, shopperName: "P", acceptsMarketing: true };
  return {
    kind: "order",
    number,
    placedAt: now.toString(),
    ...who,
    ...money,
    ...nothing,
    lines: [line],
    promise: { fromDay: "2026-11-23", toDay: "2026-11-24" },
  };
}

test("the measure itself sees a scan", async () => {
  const scanned = await tablesScannedBy(database, (db) =>
    withTenant(db, merchantId, (tx) => tx.execute(sql`select count(*) from line_items where title like '%9%'`)),
  );
  expect(scanned).toEqual(["line_items"]);
});

test("opening a page or the desk, finding orders and issuing links scan no table", async () => {
  const order = await withTenant(database.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number: "#77" }));
  const { token } = await issueLink({ db: database.db, keys }, { merchantId, orderId: order?.id ?? "" });
  expect(tokenHash(token)).toHaveLength(64);
  const scanned = await tablesScannedBy(database, async (db) => {
    await withTenant(db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number: "#78" }));
    await openTrackingPage(
      { db, now },
      { token, wishes: { asked: null, saved: null, browser: [] }, isAddressOpen: false },
    );
    await readDesk(db, merchantId);
    for await (const _ of issueLinks({ db, keys }, { merchantId })) break;
  });
  expect(scanned).toEqual([]);
});

test("writing orders, parcels and what shoppers said scans no table", async () => {
  const numbers = Array.from({ length: 300 }, (_, n) => String(n * 7 + 1));
  const parcels = numbers.map(
    (number): ShipmentDraft => ({
      kind: "shipment",
      orderNumber: number,
      carrier: "ups",
      trackingNumber: `1Z${number}`,
      shippedAt: null,
      skus: `S${number}`,
    }),
  );
  const scanned = await tablesScannedBy(database, (db) =>
    writeDrafts({ db }, { merchantId, drafts: [...numbers.map(orderDraft), ...parcels], source: "test", now }),
  );
  expect(scanned).toEqual([]);
});

test("finding, claiming and looking at due parcels scan no table, nor does keeping an answer", async () => {
  const accountId = await upsAccount();
  const leaseId = newId();
  const scanned = await tablesScannedBy(database, async (db) => {
    expect(await accountsDue(db)).toHaveLength(1);
    const shipmentIds = await claimDue(db, { merchantId, accountId, limit: 30, leaseId });
    expect(shipmentIds).toHaveLength(30);
    await isAnyAsked(db, { merchantId, shipmentIds });
    await withTenant(db, merchantId, async (tx) => {
      const floors = { floorMs: 0, sandboxFloorMs: 0 };
      await claimForLook(tx, { merchantId, shipmentIds, leaseId, ...floors });
      await numbersOfShipments(tx, { merchantId, shipmentIds });
      await lockTrackingStates(tx, { merchantId, shipmentIds });
      await observationsOf(tx, { merchantId, shipmentIds });
      const checks = shipmentIds.map((shipmentId, at) => ({
        ...({ shipmentId, accountId, urgency: 2, refusedBy: null } as const),
        waitMs: at % 2 === 0 ? null : 1_000,
      }));
      await giveBack(tx, { merchantId, leaseId, checks });
    });
  });
  expect(scanned).toEqual([]);
});

test("what a push or a look changes about the schedule scans no table", async () => {
  const accountId = await upsAccount();
  const leaseId = newLookLease();
  const shipmentIds = await claimDue(database.db, { merchantId, accountId, limit: 30, leaseId });
  const some = { merchantId, shipmentIds };
  const scanned = await tablesScannedBy(database, async (db) => {
    await withTenant(db, merchantId, async (tx) => {
      await lockDue(tx, some);
      await noteTold(tx, some);
      await bringForward(tx, some);
      await askEndedAgain(tx, { ...some, floorMs: 1_000 });
      await moveLookedAt(tx, some);
    });
    await releaseShipments(db, { ...some, leaseId });
  });
  expect([shipmentIds.length, scanned]).toEqual([30, []]);
});

test("judging parcels in full and by the hour scans no table, nor do the desk's numbers and learning", async () => {
  const shipmentIds = await askedShipments(300);
  await database.ownerDb.execute(sql`analyze`);
  const scanned = await tablesScannedBy(database, async (db) => {
    await judgeParcels({ db }, { merchantId, shipmentIds });
    await withTenant(db, merchantId, async (tx) => {
      const after = "00000000-0000-0000-0000-000000000000";
      expect(await unjudgedShipments(tx, { merchantId, after, limit: 100 })).toHaveLength(100);
      expect(await openParcels(tx, { merchantId, after, limit: 100 })).toHaveLength(100);
    });
    await judgeAgain({ db }, { merchantId, shipmentIds: shipmentIds.slice(0, 50) });
    await withTenant(db, merchantId, async (tx) => {
      const all = { merchantId, from: "2026-01-01", to: "2099-01-01", limit: 100 };
      const first = await unsentDue(tx, { ...all, after: null });
      const orderIds = first.map(({ orderId }) => orderId);
      expect(await unsentDue(tx, { ...all, after: first.at(-1) ?? null })).toHaveLength(100);
      expect(await lockUnsent(tx, { merchantId, orderIds })).toHaveLength(100);
      expect(await tellsParcels(tx, { merchantId, sinceMs: 0 })).toBe(true);
      await noteUnsent(tx, { merchantId, orderIds });
    });
    await delayNumbersOf({ db }, { merchantId, after: null });
    await learnShop({ db }, { merchantId });
  });
  expect(scanned).toEqual([]);
});

test("choosing a remedy, granting a gesture, asking the shop and the desk's lists scan no table", async () => {
  await withTenant(database.db, merchantId, fillDelays);
  await database.ownerDb.execute(sql`analyze`);
  const [order] = await ids(sql`select id from orders where number = '#4711'`);
  const [delay] = await ids(sql`select id from delays where order_id = ${order}`);
  const [gesture] = await ids(sql`select id from gestures where order_id = ${order}`);
  const [remedy] = await ids(sql`select id from remedies where order_id = ${order}`);
  const { token } = await issueLink({ db: database.db, keys }, { merchantId, orderId: order ?? "" });
  const some = { merchantId, orderId: order ?? "" };
  const scanned = await tablesScannedBy(database, async (db) => {
    const details = { words: null, address: null };
    await chooseRemedy({ db, keys, now }, { token, remedy: "wait", parcelNumber: 1, details, requestKey: "form-0001" });
    await takeBackRemedy({ db, keys }, { token, remedyId: remedy ?? "" });
    await withTenant(db, merchantId, async (tx) => {
      await remediesDue(tx, { merchantId, after: { dueAt: now.toString(), id: newId() }, limit: 20 });
      const before = { grantedAt: now.toString(), id: newId() };
      await gesturesOfMonth(tx, { merchantId, month: "2026-11-01", before, limit: 20 });
      expect(await findGestureGround(tx, { merchantId, delayId: delay ?? "", now })).not.toBeNull();
      await addGesture(tx, {
        ...{ merchantId, id: newId(), delayId: await freshDelay(tx), orderId: some.orderId, month: "2026-12-01" },
        ...{ ruleId: "r", ruleName: "R", gesture: { kind: "free_express" }, code: null, costMinor: 1, currency: "GBP" },
        grantedAt: now,
      });
      await settle(tx, { merchantId, remedyId: newId(), from: ["waiting"], to: "done", answer: null });
    });
    await askShop(
      { db, keys, shopPort: () => ({ ask: async () => ok(undefined) }) },
      { merchantId, kind: "gesture", id: gesture ?? "" },
    );
    await askShop(
      { db, keys, shopPort: () => ({ ask: async () => ok(undefined) }) },
      { merchantId, kind: "remedy", id: remedy ?? "" },
    );
  });
  expect(scanned).toEqual([]);
});

test("what a page offers is read by the dozen of rows, and what is noted and counted of it scans no table", async () => {
  await withTenant(database.db, merchantId, fillOffers);
  await database.ownerDb.execute(sql`analyze`);
  const [orderId = ""] = await ids(sql`select id from orders where number = '#4713'`);
  const [product = ""] = await ids(sql`select id from products where sku = 'S4713'`);
  const hasTrouble = Promise.resolve(false);
  const read = await rowsReadBy(database, (db) =>
    offeredRow({ db, now }, { order: { merchantId, orderId }, hasTrouble, judgesAll: true }),
  );
  expect(read).toBeLessThan(1_000);
  const { token } = await issueLink({ db: database.db, keys }, { merchantId, orderId });
  const scanned = await tablesScannedBy(database, async (db) => {
    const empty = { orderId, shopperId: null, heldOut: false, shown: [], withheld: [], reason: null };
    await keepOffer({ db, now }, { merchantId, ...empty });
    await noteSights({ db, keys }, { token, kind: "seen", products: [product] });
    await productPageOf({ db }, { token, productId: product });
    await offerNumbersOf({ db }, { merchantId });
  });
  expect(scanned).toEqual([]);
});

test("what a shopper is recommended, and whether there is anything to learn, is found without a scan", async () => {
  await withTenant(database.db, merchantId, (tx) => fillModel(tx, merchantId));
  // The statistics know nothing of a generation that was written a moment ago.
  const [order] = await database.ownerDb.execute<{ id: string; shopper: string }>(
    sql`select id, shopper_id as shopper from orders where merchant_id = ${merchantId} and number_key = '4711'`,
  );
  const asked = { merchantId, shopperId: order?.shopper ?? "", orderId: order?.id ?? "", count: 40 };
  const scanned = await tablesScannedBy(database, async (db) => {
    // From the sixth time on the plan is one for any values.
    for (let time = 0; time < 7; time += 1) {
      const found = await withTenant(db, merchantId, (tx) => candidatesFor(tx, asked));
      expect(found.length).toBeGreaterThan(0);
    }
    await learningDue({ db }, { merchantId });
  });
  expect(scanned).toEqual([]);
});

async function ids(query: SQL): Promise<readonly string[]> {
  const rows = await withTenant(database.db, merchantId, (tx) => tx.execute<{ id: string }>(query));
  return rows.map(({ id }) => id);
}

/** A delay of an order of which nothing was handed over. */
async function freshDelay(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into delays (merchant_id, id, order_id, state, level, cause, severity, began_at)
    select merchant_id, ${newId()}::uuid, id, 'late', 'apology', 'passed', 1, now() from orders
    where merchant_id = ${merchantId} and number_key = '4712' returning id`);
  return row?.id ?? "";
}

/** Parcels of which a carrier told something. */
async function askedShipments(limit: number): Promise<readonly string[]> {
  const rows = await withTenant(database.db, merchantId, (tx) =>
    tx.execute<{ id: string }>(sql`select t.shipment_id as id from tracking_states t
      join observations o on o.merchant_id = t.merchant_id and o.shipment_id = t.shipment_id limit ${limit}`),
  );
  return rows.map(({ id }) => id);
}

async function upsAccount(): Promise<string> {
  const accounts = await withTenant(database.db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  return accounts.find(({ carrier }) => carrier === "ups")?.id ?? "";
}
