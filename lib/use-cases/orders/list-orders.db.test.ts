import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OrdersWanted } from "#db/queries/listed-orders.ts";
import { carriersInUse, markStatuses } from "#db/queries/order-marks.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { OrderDraft, ShipmentDraft } from "#lib/orders/drafts.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { listOrders } from "./list-orders.ts";
import { writeDrafts } from "./write-drafts.ts";

const now = Temporal.Instant.from("2026-11-21T12:00:00Z");
const keys = keyRingFrom(newKeyRingText("k1"));
const ALL: OrdersWanted = { status: null, carrier: null, needs: null, placedFrom: null, placedBefore: null };
let database: TestDatabase;
let shop: MerchantId;
let other: MerchantId;

function draft(number: string, placedAt: string): OrderDraft {
  const money = { currency: "EUR", subtotalMinor: 1, shippingMinor: 0, taxMinor: 0, discountMinor: 0, totalMinor: 1 };
  const unsaid = { shippingMethod: null, financialStatus: null, note: null, neededBy: null, cancelledAt: null };
  const who = { email: `p${number}@example.com`, shopperName: `Person ${number}`, acceptsMarketing: null };
  const line = { sku: `S${number}`, title: "Hat", quantity: 1, unitPriceMinor: 1, requiresShipping: true };
  return { kind: "order", number, placedAt, ...money, ...unsaid, ...who, shipTo: null, promise: null, lines: [line] };
}

const parcel = (orderNumber: string, trackingNumber: string, carrier: string): ShipmentDraft => ({
  ...{ kind: "shipment", orderNumber, trackingNumber, carrier, shippedAt: null, skus: `S${orderNumber}` },
});

async function setStatus(trackingNumber: string, status: string) {
  await withTenant(database.db, shop, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(
      sql`select id from shipments where tracking_number = ${trackingNumber}`,
    );
    const id = row?.id ?? "";
    await tx.execute(sql`insert into tracking_states (merchant_id, shipment_id, status) values (${shop}, ${id}, ${status})
      on conflict (merchant_id, shipment_id) do update set status = excluded.status`);
    await markStatuses(tx, { merchantId: shop, shipmentIds: [id] });
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  const place = { currency: "EUR", zone: "UTC", locale: "en", sandbox: true, storefrontUrl: null, supportEmail: null };
  const add = async (slug: string) =>
    (await addMerchant({ db: database.db, keys }, { ...place, slug, name: slug })).merchantId;
  [shop, other] = [await add("shop"), await add("other")];
  const write = (merchantId: MerchantId, drafts: readonly (OrderDraft | ShipmentDraft)[]) =>
    writeDrafts({ db: database.db }, { merchantId, source: "test", now, drafts });
  await write(shop, [
    draft("1", "2026-11-01T10:00:00Z"),
    draft("2", "2026-11-02T10:00:00Z"),
    draft("3", "2026-11-03T10:00:00Z"),
    draft("4", "2026-11-03T10:00:00Z"),
    draft("5", "2026-11-05T10:00:00Z"),
    parcel("1", "A1", "ups"),
    parcel("2", "A2", "dhl"),
    parcel("3", "A3", "ups"),
    parcel("3", "B3", "dhl"),
    parcel("4", "A4", "ups"),
  ]);
  await write(other, [draft("9", "2026-11-04T10:00:00Z"), parcel("9", "A9", "ups")]);
  await setStatus("A1", "delivered");
  await setStatus("A3", "in_transit");
  await setStatus("B3", "delivered");
  await setStatus("A4", "in_transit");
  await setStatus("A4", "lost");
  await withTenant(database.db, shop, async (tx) => {
    for (const [number, state] of [
      ["4", "lost"],
      ["2", "at_risk"],
    ])
      await tx.execute(sql`insert into delays (merchant_id, id, order_id, state, level, cause, severity, began_at)
        select ${shop}::uuid, ${newId()}::uuid, id, ${state}, 'apology', 'lost', 3, now() from orders where number = ${number}`);
    await tx.execute(sql`insert into remedies (merchant_id, id, order_id, remedy, state, chosen_at, due_at)
      select ${shop}::uuid, ${newId()}::uuid, id, 'refund', 'waiting', now(), now() from orders where number = '4'`);
  });
});
afterAll(() => database.drop());

const list = (wanted: Partial<OrdersWanted>, more: Partial<Parameters<typeof listOrders>[1]> = {}) =>
  listOrders(
    { db: database.db },
    { merchantId: shop, text: "", wanted: { ...ALL, ...wanted }, before: null, sort: "newest", limit: 20, ...more },
  );
const numbers = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).orders.map(({ number }) => number).sort();

test.each([
  ["everything", {}, ["1", "2", "3", "4", "5"]],
  ["any parcel's status", { status: "delivered" }, ["1", "3"]],
  ["the status it has now, not the one before", { status: "in_transit" }, ["3"]],
  ["what no carrier has told of", { status: "pending" }, ["2"]],
  ["a carrier", { carrier: "dhl" }, ["2", "3"]],
  ["a carrier and a status", { carrier: "dhl", status: "delivered" }, ["3"]],
  ["broken promises", { needs: "late" }, ["4"]],
  ["promises in danger", { needs: "at_risk" }, ["2"]],
  ["shoppers who wait", { needs: "waiting" }, ["4"]],
  ["what is not sent", { needs: "unsent" }, ["5"]],
  ["what needs nothing", { needs: "calm" }, ["1", "3", "5"]],
  ["days", { placedFrom: "2026-11-02T00:00:00Z", placedBefore: "2026-11-03T10:00:00Z" }, ["2"]],
  ["trouble of one carrier", { needs: "late", carrier: "dhl" }, []],
] as const)("lists by %s", async (_, wanted, expected) => {
  expect(await numbers(wanted)).toEqual(expected);
  // What is searched among them is narrowed alike.
  expect(await numbers(wanted, { text: "person" })).toEqual(expected);
  expect(await numbers(wanted, { text: "hat" })).toEqual(expected);
});

test.each(["newest", "oldest"] as const)(
  "a list comes page by page, the %s first, each order once, also where times are equal",
  async (sort) => {
    for (const [wanted, text] of [
      [{}, ""],
      [{ carrier: "ups" }, ""],
      [{ needs: "calm" }, ""],
      [{ carrier: "ups" }, "hat"],
    ] as const) {
      const whole = (await list(wanted, { text, sort })).orders.map(({ number }) => number);
      const paged: string[] = [];
      for (let before = null as Awaited<ReturnType<typeof list>>["next"], first = true; first || before !== null; ) {
        const page = await list(wanted, { text, before, sort, limit: 1 });
        paged.push(...page.orders.map(({ number }) => number));
        [before, first] = [page.next, false];
      }
      expect(paged).toEqual(whole);
      const turned = await list(wanted, { text, sort: sort === "newest" ? "oldest" : "newest" });
      expect(turned.orders.map(({ number }) => number)).toEqual(whole.toReversed());
    }
  },
);

test("a row says what a list needs: parcels, trouble, and by what it was found", async () => {
  const { orders } = await list({}, { text: "A4" });
  expect(orders).toMatchObject([
    {
      ...{
        number: "4",
        shopper: "Person 4",
        title: "Hat",
        lines: 1,
        trouble: "lost",
        isWaiting: true,
        by: ["tracking"],
      },
      parcels: [{ carrier: "ups", status: "lost", toDay: null }],
    },
  ]);
});

test("an order that is sent is unsent no more, and carriers are those in use", async () => {
  const drafts = [parcel("5", "A5", "usps")];
  await writeDrafts({ db: database.db }, { merchantId: shop, source: "test", now, drafts });
  expect(await numbers({ needs: "unsent" })).toEqual([]);
  const inUse = (merchantId: MerchantId) =>
    withTenant(database.db, merchantId, (tx) => carriersInUse(tx, { merchantId }));
  expect([await inUse(shop), await inUse(other)]).toEqual([["dhl", "ups", "usps"], ["ups"]]);
});

test("orders from before the list have the marks that the migration wrote for them", async () => {
  const marks = async () => [
    ...(await database.ownerDb.execute(sql`select mark, order_id, subject_id from order_marks order by 1, 2, 3`)),
  ];
  const written = await marks();
  const folder = new URL("../../../db/migrations/", import.meta.url);
  const name = readdirSync(folder).find((file) => file.endsWith("_orders_list.sql")) ?? "";
  const file = await readFile(new URL(name, folder), "utf8");
  await database.ownerDb.execute(sql`delete from order_marks`);
  await database.ownerDb.execute(sql.raw(file.split("--> statement-breakpoint").at(-1) ?? ""));
  expect(written.length).toBeGreaterThan(8);
  expect(await marks()).toEqual(written);
});
