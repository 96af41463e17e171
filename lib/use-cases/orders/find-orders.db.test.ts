import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { OrderDraft, ShipmentDraft } from "#lib/orders/drafts.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { findOrders } from "./find-orders.ts";
import { writeDrafts } from "./write-drafts.ts";

const now = Temporal.Instant.from("2026-11-21T12:00:00Z");
const keys = keyRingFrom(newKeyRingText("k1"));
let database: TestDatabase;
let shop: MerchantId;
let other: MerchantId;

function draft(number: string, name: string, sku: string, title: string): OrderDraft {
  const address = { street: null, city: null, postcode: null, region: null, country: "DE", phone: null };
  return {
    ...{
      kind: "order",
      number,
      email: `${number.replace("#", "")}@Example.com`,
      shopperName: name,
      acceptsMarketing: null,
    },
    ...{ placedAt: `2026-11-${number.slice(-2)}T10:00:00Z`, currency: "EUR", subtotalMinor: 1, shippingMinor: 0 },
    ...{
      taxMinor: 0,
      discountMinor: 0,
      totalMinor: 1,
      shippingMethod: null,
      financialStatus: null,
      cancelledAt: null,
      neededBy: null,
    },
    ...{ note: null, shipTo: { ...address, name }, promise: null },
    lines: [{ sku, title, quantity: 1, unitPriceMinor: 1, requiresShipping: true }],
  };
}

const parcel = (orderNumber: string, trackingNumber: string): ShipmentDraft => ({
  ...{ kind: "shipment", orderNumber, trackingNumber, carrier: "ups", shippedAt: null, skus: null },
});

beforeAll(async () => {
  database = await createTestDatabase();
  const place = {
    currency: "EUR",
    zone: "Europe/Berlin",
    locale: "en",
    sandbox: true,
    storefrontUrl: null,
    supportEmail: null,
  };
  const add = async (slug: string) =>
    (await addMerchant({ db: database.db, keys }, { ...place, slug, name: slug })).merchantId;
  [shop, other] = [await add("shop"), await add("other")];
  const write = (merchantId: MerchantId, drafts: readonly (OrderDraft | ShipmentDraft)[]) =>
    writeDrafts({ db: database.db }, { merchantId, source: "test", now, drafts });
  await write(shop, [
    draft("#1001", "Zoë Müller", "JCK-1", "Rain jacket"),
    draft("#1002", "Anna Müller-Lüdenscheidt", "HAT-1", "Wool hat"),
    draft("VG-88103", "王小明", "HAT-2", "Straw hat"),
    parcel("#1002", "1Z 999 AA1 01 2345 6784"),
  ]);
  await write(other, [draft("#1001", "Zoë Müller", "JCK-1", "Rain jacket")]);
});
afterAll(() => database.drop());

const numbers = async (text: string) =>
  (await findOrders({ db: database.db }, { merchantId: shop, text, limit: 20 })).orders.map(({ number }) => number);

test.each([
  ["a number, with or without its sign", ["#1001", "1001"], ["#1001"]],
  ["the beginning of a number", ["100"], ["#1002", "#1001"]],
  ["the end of a number with letters", ["88103", "vg 88103", "VG-88103"], ["VG-88103"]],
  ["a name without its accents, in any case", ["zoe", "ZOË MÜLLER", "muller zo"], ["#1001"]],
  ["one part of a double name", ["ludenscheidt", "anna mül"], ["#1002"]],
  ["a name without spaces", ["王小"], ["VG-88103"]],
  ["an email address, or its beginning", ["1002@example.com", "1002@EX"], ["#1002"]],
  ["a tracking number, with or without spaces, or its end", ["1z999aa10123456784", "1Z 999 AA1", "6784"], ["#1002"]],
  ["a product's number or words", ["hat-1", "wool"], ["#1002"]],
  ["what is in several orders, the newest first", ["hat"], ["VG-88103", "#1002"]],
  ["nothing that is there", ["zoe anna", "%", "_", "'", "", "   ", "\\", "9".repeat(5000)], []],
] as const)("finds by %s", async (_, texts, found) => {
  for (const text of texts) expect([text, await numbers(text)]).toEqual([text, found]);
});

test("what was found says by what, and comes page by page", async () => {
  const ask = { merchantId: shop, text: "hat", limit: 1 };
  const first = await findOrders({ db: database.db }, ask);
  expect(first.orders).toMatchObject([{ number: "VG-88103", shopper: "王小明", by: ["product"] }]);
  const second = await findOrders({ db: database.db }, { ...ask, before: first.next });
  expect([second.orders.map(({ number }) => number), second.next]).toEqual([["#1002"], null]);
});

test("an order that is imported anew is found by its new words only", async () => {
  const changed = [draft("#1001", "Zoe Schmidt", "CAP-9", "Cap")];
  await writeDrafts({ db: database.db }, { merchantId: shop, source: "test", now, drafts: changed });
  expect([await numbers("schmidt"), await numbers("cap"), await numbers("jck-1")]).toEqual([["#1001"], ["#1001"], []]);
});

test("orders from before the search are found by the words that the migration wrote for them", async () => {
  const terms = async () => [
    ...(await database.ownerDb.execute(sql`select term, kind, order_id from search_terms order by 1, 2, 3`)),
  ];
  const written = await terms();
  const file = await readFile(new URL("../../../db/migrations/0009_search.sql", import.meta.url), "utf8");
  await database.ownerDb.execute(sql`delete from search_terms`);
  await database.ownerDb.execute(sql.raw(file.split("--> statement-breakpoint").at(-1) ?? ""));
  expect(written.length).toBeGreaterThan(20);
  expect(await terms()).toEqual(written);
});
