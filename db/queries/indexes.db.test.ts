import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db, Tx } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
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
import { learningDue } from "#lib/use-cases/recommend/learning-due.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { carrierAccountsOf } from "./carrier-accounts.ts";
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
import { observationsOf } from "./observations.ts";
import { noteTold } from "./pushes.ts";
import { remediesDue, settle } from "./remedies.ts";
import { askEndedAgain, bringForward, moveLookedAt } from "./schedule-shipments.ts";
import { numbersOfShipments } from "./shipment-numbers.ts";
import { lockTrackingStates } from "./tracking-states.ts";

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
  await fill(merchantId);
  await database.ownerDb.execute(sql`analyze`);
}, 120_000);
afterAll(() => database.drop());

function fill(tenant: string) {
  return withTenant(database.db, tenant, async (tx) => {
    await tx.execute(sql`insert into shoppers (merchant_id, id, email, email_key)
      select ${tenant}::uuid, gen_random_uuid(), 'p' || n || '@example.com', 'p' || n || '@example.com' from generate_series(1, ${ORDERS}) n`);
    await tx.execute(sql`insert into products (merchant_id, id, sku, title, title_as_of)
      select ${tenant}::uuid, gen_random_uuid(), 'S' || n, 'Product ' || n, now() from generate_series(1, ${ORDERS}) n`);
    await tx.execute(sql`insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency, subtotal_minor,
        shipping_minor, tax_minor, discount_minor, total_minor, source, source_hash)
      select ${tenant}::uuid, gen_random_uuid(), '#' || n, n, s.id, now() - n * interval '1 minute', 'GBP', 1, 0, 0, 0, 1, 'test', ''
      from generate_series(1, ${ORDERS}) n join shoppers s on s.email_key = 'p' || n || '@example.com'`);
    await tx.execute(sql`insert into line_items (merchant_id, order_id, position, product_id, sku, title, quantity, unit_price_minor)
      select o.merchant_id, o.id, 1, p.id, p.sku, p.title, 1, 1 from orders o join products p on p.sku = 'S' || o.number_key`);
    await tx.execute(sql`insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
      select merchant_id, gen_random_uuid(), id, 'ups', '1Z' || number_key from orders`);
    await tx.execute(sql`insert into shipment_items (merchant_id, shipment_id, order_id, position)
      select merchant_id, id, order_id, 1 from shipments`);
    await tx.execute(sql`insert into tracking_states (merchant_id, shipment_id, asked_at, checked_at)
      select merchant_id, id, now(), now() from shipments where tracking_number not like '1Z1%'`);
    await tx.execute(sql`insert into observations (merchant_id, id, shipment_id, kind, effect, status, source, content_hash)
      select merchant_id, gen_random_uuid(), id, 'scan', 'moves', 'in_transit', 'poll', ''
      from shipments where ascii(right(tracking_number, 1)) % 2 = 1`);
    await tx.execute(sql`insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
      select s.merchant_id, s.id, a.id, now() + (row_number() over () - 500) * interval '1 second'
      from shipments s join carrier_accounts a on a.carrier = 'ups'`);
    await tx.execute(sql`insert into promises (merchant_id, id, order_id, from_day, to_day, said_by, said_at)
      select merchant_id, gen_random_uuid(), id, current_date, current_date, 'checkout', now() from orders`);
  });
}

/** Every fifth order is late, has had something, and its shopper has chosen. */
async function fillDelays(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into delays (merchant_id, id, order_id, shipment_id, state, level, cause, severity, began_at,
      apologised_at)
    select merchant_id, gen_random_uuid(), order_id, id, 'late', 'apology', 'passed', 1, now() - random() * interval '2 years', now() from shipments where tracking_number like '1Z4%'
    on conflict do nothing`);
  await tx.execute(sql`insert into gestures (merchant_id, id, delay_id, order_id, rule_id, rule_name, gesture, cost_minor, currency,
      month, granted_at, request)
    select merchant_id, gen_random_uuid(), id, order_id, 'r', 'R', '{}', 1, 'GBP', '2026-11-01', now(), 'queued' from delays`);
  await tx.execute(sql`insert into remedies (merchant_id, id, order_id, shipment_id, remedy, state, chosen_at, due_at, request)
    select merchant_id, gen_random_uuid(), order_id, id, 'refund', 'waiting', now(), now() + random() * interval '9 days', 'queued'
    from shipments where tracking_number like '1Z4%'`);
}

/** Which large tables were read from end to end while `work` ran. */
function scannedBy(work: (db: Db) => Promise<unknown>): Promise<readonly string[]> {
  return tablesScannedBy(database, work);
}

function orderDraft(number: string): OrderDraft {
  const money = { currency: "GBP", subtotalMinor: 1, shippingMinor: 0, taxMinor: 0, discountMinor: 0, totalMinor: 1 };
  const nothing = { shippingMethod: null, financialStatus: null, cancelledAt: null, note: null, shipTo: null };
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
  const scanned = await scannedBy((db) =>
    withTenant(db, merchantId, (tx) => tx.execute(sql`select count(*) from line_items where title like '%9%'`)),
  );
  expect(scanned).toEqual(["line_items"]);
});

test("opening a page, finding an order and issuing links scan no table", async () => {
  const order = await withTenant(database.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number: "#77" }));
  const { token } = await issueLink({ db: database.db, keys }, { merchantId, orderId: order?.id ?? "" });
  expect(tokenHash(token)).toHaveLength(64);
  const scanned = await scannedBy(async (db) => {
    await withTenant(db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number: "#78" }));
    await openTrackingPage(
      { db, now },
      { token, wishes: { asked: null, saved: null, browser: [] }, isAddressOpen: false },
    );
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
  const scanned = await scannedBy((db) =>
    writeDrafts({ db }, { merchantId, drafts: [...numbers.map(orderDraft), ...parcels], source: "test", now }),
  );
  expect(scanned).toEqual([]);
});

test("finding, claiming and looking at due parcels scan no table, nor does keeping an answer", async () => {
  const accountId = await upsAccount();
  const leaseId = newId();
  const scanned = await scannedBy(async (db) => {
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
  const scanned = await scannedBy(async (db) => {
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
  const scanned = await scannedBy(async (db) => {
    await judgeParcels({ db }, { merchantId, shipmentIds });
    await withTenant(db, merchantId, async (tx) => {
      const after = "00000000-0000-0000-0000-000000000000";
      expect(await unjudgedShipments(tx, { merchantId, after, limit: 100 })).toHaveLength(100);
      expect(await openParcels(tx, { merchantId, after, limit: 100 })).toHaveLength(100);
    });
    await judgeAgain({ db }, { merchantId, shipmentIds: shipmentIds.slice(0, 50) });
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
  const scanned = await scannedBy(async (db) => {
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
      await settle(tx, { merchantId, remedyId: newId(), from: ["waiting"], to: "done" });
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

test("what a shopper is recommended, and whether there is anything to learn, is found without a scan", async () => {
  await withTenant(database.db, merchantId, async (tx) => {
    await tx.execute(sql`insert into recommend_rows (merchant_id, generation, number, product_id, fresh, targets, strengths, counts)
      select merchant_id, 1, row_number() over () - 1, id, 1, '', '', '' from products where merchant_id = ${merchantId}`);
    await tx.execute(sql`insert into recommend_models (merchant_id, generation, built_at, added_until, engine, settings, choice,
        product_count, orders, lines, highest, fallback)
      values (${merchantId}, 1, now(), now(), 'popularity',
        '{"engine":"popularity","decay":1,"lengthPower":0,"weight":0,"habit":0}', '{}', ${ORDERS}, ${ORDERS}, ${ORDERS}, 1,
        decode('000000000000803f0000803f', 'hex'))`);
  });
  // The statistics know nothing of a generation that was written a moment ago.
  const [order] = await database.ownerDb.execute<{ id: string; shopper: string }>(
    sql`select id, shopper_id as shopper from orders where merchant_id = ${merchantId} and number_key = '4711'`,
  );
  const asked = { merchantId, shopperId: order?.shopper ?? "", orderId: order?.id ?? "", count: 40 };
  const scanned = await scannedBy(async (db) => {
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
