import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import { type Cells, csv, head, openTestShop, type TestShop } from "./import-testing.ts";

let database: TestDatabase;
let shop: TestShop;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  shops += 1;
  shop = await openTestShop(database, `shop-${shops}`);
});

const email = { Email: "Ana@example.com" };
const KINDS: readonly [ImportKind, string, Cells, Cells][] = [
  ["products", "products", { SKU: "Z", Title: "Zebra", Price: "3" }, { SKU: "Z", Title: "Zebra", Price: "4" }],
  [
    "reviews",
    "reviews",
    { ...email, SKU: "A", Rating: "2", "Reviewed at": "2026-05-01" },
    { ...email, SKU: "A", Rating: "5", "Reviewed at": "2026-05-01" },
  ],
  [
    "subscriptions",
    "subscriptions",
    { ...email, SKU: "A", Every: "1", Unit: "month", Status: "active", "Started on": "2026-05-01" },
    { ...email, SKU: "A", Every: "2", Unit: "month", Status: "paused", "Started on": "2026-05-01" },
  ],
  [
    "loyalty",
    "loyalty_points",
    { ...email, Points: "500", "Expires on": "2026-12-01" },
    { ...email, Points: "450", "Expires on": "2026-12-01" },
  ],
  [
    "returns",
    "return_items",
    { Return: "R1", Order: "1", SKU: "A", Quantity: "1", "Returned at": "2026-05-01" },
    { Return: "R1", Order: "1", SKU: "A", Quantity: "2", "Returned at": "2026-05-01" },
  ],
];

test.each(KINDS)(
  "%s: imported, then unchanged, then updated; one row stays one row",
  async (kind, table, first, changed) => {
    await shop.run("orders", csv([head("#1", "A")]));
    const before = await shop.count(table);
    expect((await shop.run(kind, csv([first]))).report).toEqual({ imported: 1, updated: 0, unchanged: 0, rejected: 0 });
    expect((await shop.run(kind, csv([first]))).report).toEqual({ imported: 0, updated: 0, unchanged: 1, rejected: 0 });
    expect((await shop.run(kind, csv([changed]))).report).toEqual({
      imported: 0,
      updated: 1,
      unchanged: 0,
      rejected: 0,
    });
    expect(await shop.count(table)).toBe(before + 1);
    expect(await shop.count("shoppers")).toBe(1);
  },
);

test("consents are a ledger: what was said stays said", async () => {
  const said = { ...email, Channel: "email", Purpose: "marketing", "Recorded at": "2026-05-01" };
  expect((await shop.run("consents", csv([{ ...said, Granted: "no" }]))).report.imported).toBe(1);
  expect((await shop.run("consents", csv([{ ...said, Granted: "no" }]))).report.unchanged).toBe(1);
  expect(
    (await shop.run("consents", csv([{ ...said, Granted: "yes", "Recorded at": "2026-06-01" }]))).report.imported,
  ).toBe(1);
  expect(await shop.count("consents")).toBe(2);
});

test("what names a product or order that is not there is rejected by its column", async () => {
  const review = await shop.run("reviews", csv([{ ...email, SKU: "NONE", Rating: "2", "Reviewed at": "2026-05-01" }]));
  expect(review.rejections).toMatchObject([{ line: 2, column: "SKU" }]);
});

const invoice = (number: string, more: Cells = {}): Cells => ({
  Invoice: number,
  StockCode: "85048",
  Description: "Lights",
  Quantity: "2",
  InvoiceDate: "2009-12-01 07:45:00",
  Price: "6.95",
  "Customer ID": "13085",
  Country: "France",
  ...more,
});

test("history: past invoices become orders, C invoices returns, and an order that is there already is left as it is", async () => {
  await shop.run("orders", csv([head("#500", "A")]));
  const file = csv([
    invoice("500"),
    invoice("501"),
    invoice("C502", { Quantity: "-1" }),
    invoice("503", { Quantity: "-9" }),
  ]);
  expect((await shop.run("history", file)).report).toEqual({ imported: 2, updated: 0, unchanged: 1, rejected: 1 });
  expect((await shop.run("history", file)).report).toEqual({ imported: 0, updated: 0, unchanged: 3, rejected: 1 });
  expect([await shop.count("orders"), await shop.count("returns")]).toEqual([2, 1]);
});

test("a change of mind in a later export of the same order is a decision of its own, once", async () => {
  const said = (answer: string) => csv([head("#1", "A", { "Accepts Marketing": answer })]);
  await shop.run("orders", said("yes"));
  await shop.run("orders", said("no"));
  await shop.run("orders", said("no"));
  const consents = await shop.rows("select granted from consents order by recorded_at");
  expect(consents).toEqual([{ granted: true }, { granted: false }]);
});

test("a rejected return leaves nothing behind, not even its shopper", async () => {
  const file = csv([
    { Return: "R1", Email: "new@example.com", SKU: "NONE", Quantity: "1", "Returned at": "2026-05-01" },
  ]);
  expect((await shop.run("returns", file)).report.rejected).toBe(1);
  expect(await shop.count("shoppers")).toBe(0);
});

test("rows of one return that contradict each other are refused by their column", async () => {
  await shop.run("orders", csv([head("#1", "A"), head("#2", "A")]));
  const item = { Return: "R1", SKU: "A", Quantity: "1", "Returned at": "2026-05-01" };
  const { rejections } = await shop.run(
    "returns",
    csv([
      { ...item, Order: "1" },
      { ...item, Order: "2" },
    ]),
  );
  expect(rejections).toMatchObject([{ line: 3, column: "Order" }]);
});

test("a day that means never stays never when dates are moved", async () => {
  await shop.run("loyalty", csv([{ ...email, Points: "5", "Expires on": "9999-12-31" }]), { shiftToNow: true });
  expect(await shop.rows("select expires_on::text from loyalty_points")).toEqual([{ expires_on: "9999-12-31" }]);
});
