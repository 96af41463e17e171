import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { type Cells, csv, head, line, openTestShop, type TestShop } from "./import-testing.ts";

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

test("a second run of the same file changes nothing, and an order that changed is replaced whole", async () => {
  const file = csv([head("#1", "A"), line("#1", "B"), head("#2", "A")]);
  expect((await shop.run("orders", file)).report).toEqual({ imported: 2, updated: 0, unchanged: 0, rejected: 0 });
  expect((await shop.run("orders", file)).report).toEqual({ imported: 0, updated: 0, unchanged: 2, rejected: 0 });
  expect((await shop.run("orders", csv([head("#1", "C"), head("#2", "A")]))).report).toMatchObject({
    updated: 1,
    unchanged: 1,
  });
  expect(await shop.count("line_items")).toBe(2);
});

test("rows of one order that stand apart are one order", async () => {
  const { report } = await shop.run(
    "orders",
    csv([head("#1", "A"), head("#2", "A"), line("#1", "B"), line("#2", "B"), line("#1", "C")]),
  );
  expect(report.imported).toBe(2);
  expect(await shop.count("line_items")).toBe(5);
});

test("the latest order's title of a product wins, in whatever order files arrive", async () => {
  await shop.run(
    "orders",
    csv([head("#2", "A", { "Created at": "2026-04-01 00:00:00 +0000", "Lineitem name": "New title" })]),
  );
  await shop.run("orders", csv([head("#1", "A", { "Lineitem name": "Old title" })]));
  expect(await shop.rows("select title from products")).toEqual([{ title: "New title" }]);
});

const BROKEN: readonly [string, Cells, string | null][] = [
  ["no quantity", { "Lineitem quantity": "" }, "Lineitem quantity"],
  ["quantity 0", { "Lineitem quantity": "0" }, "Lineitem quantity"],
  ["negative quantity", { "Lineitem quantity": "-4" }, "Lineitem quantity"],
  ["quantity in words", { "Lineitem quantity": "two" }, "Lineitem quantity"],
  ["half a piece", { "Lineitem quantity": "1.5" }, "Lineitem quantity"],
  ["far too many", { "Lineitem quantity": "99999999999999" }, "Lineitem quantity"],
  ["no title", { "Lineitem name": "" }, "Lineitem name"],
  ["endless title", { "Lineitem name": "x".repeat(5000) }, "Lineitem name"],
  ["no price", { "Lineitem price": "" }, "Lineitem price"],
  ["price with a sign", { "Lineitem price": "£5" }, "Lineitem price"],
  ["price with a comma", { "Lineitem price": "2,50" }, "Lineitem price"],
  ["price finer than a penny", { "Lineitem price": "2.505" }, "Lineitem price"],
  ["neither yes nor no", { "Lineitem requires shipping": "maybe" }, "Lineitem requires shipping"],
  ["no date", { "Created at": "" }, "Created at"],
  ["a day that is none", { "Created at": "2026-02-30 10:00:00 +0000" }, "Created at"],
  ["a date in another form", { "Created at": "02/03/2026" }, "Created at"],
  ["an unknown currency", { Currency: "XXQ" }, "Currency"],
  ["no total", { Total: "" }, "Total"],
  ["a malformed email", { Email: "ana.example.com" }, "Email"],
  ["a NUL character", { Notes: "a\0b" }, null],
  ["a marketing answer in words", { "Accepts Marketing": "sure" }, "Accepts Marketing"],
  ["a malformed cancellation", { "Cancelled at": "soon" }, "Cancelled at"],
];

test.each(BROKEN)("%s: one clear line, its order is left out whole, the rest goes in", async (_, cells, column) => {
  const file = csv([
    head("#1", "A"),
    head("#2", "A", cells),
    line("#2", "B"),
    head("#3", "A", { Notes: "", "Accepts Marketing": "yes" }),
  ]);
  const { report, rejections } = await shop.run("orders", file);
  expect(report).toEqual({ imported: 2, updated: 0, unchanged: 0, rejected: 1 });
  expect(rejections).toMatchObject([{ line: 3, column, leftOut: "Order #2" }]);
  expect(await shop.count("orders")).toBe(2);
});

test("a bad row far from its order's first row still leaves the whole order out", async () => {
  const { report } = await shop.run(
    "orders",
    csv([head("#1", "A"), head("#2", "A"), line("#1", "B", { "Lineitem price": "x" })]),
  );
  expect(report).toMatchObject({ imported: 1, rejected: 1 });
});

test("a file of another kind is refused before anything is written, with the columns it lacks", async () => {
  await expect(shop.run("orders", "Order,Carrier\n#1,ups\n")).rejects.toThrow('lacks "Name"');
  await expect(shop.run("orders", "")).rejects.toThrow("empty");
});

test("a dry run says what would happen and writes nothing", async () => {
  const { report } = await shop.run("orders", csv([head("#1", "A"), head("#2", "A", { Total: "?" })]), {
    dryRun: true,
  });
  expect(report).toEqual({ imported: 1, updated: 0, unchanged: 0, rejected: 1 });
  expect(await shop.count("orders")).toBe(0);
  expect(await shop.count("products")).toBe(0);
});

test("an import that is cut off leaves whole orders only, and the next run completes it", async () => {
  const rows = Array.from({ length: 1500 }, (_, n) => [head(`#${n}`, "A"), line(`#${n}`, "B")]).flat();
  const bytes = new TextEncoder().encode(csv(rows));
  let opened = 0;
  async function* cutOff() {
    opened += 1;
    yield bytes.subarray(0, bytes.length * 0.8);
    if (opened === 2) throw new Error("the disk went away");
    yield bytes.subarray(bytes.length * 0.8);
  }
  await expect(shop.run("orders", "", { open: cutOff })).rejects.toThrow("the disk went away");
  const before = await shop.count("orders");
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(1500);
  expect(await shop.count("line_items")).toBe(before * 2);
  const { report } = await shop.run("orders", csv(rows));
  expect(report).toEqual({ imported: 1500 - before, updated: 0, unchanged: before, rejected: 0 });
});

test("parcels take the nth line of a SKU; a parcel that names what the order has not leaves the order's parcels out", async () => {
  await shop.run("orders", csv([head("#1", "A"), line("#1", "BANK CHARGES"), line("#1", "A"), head("#2", "A")]));
  const parcel = (order: string, number: string, skus: string) => ({
    Order: order,
    Carrier: "UPS",
    "Tracking number": number,
    SKUs: skus,
  });
  const file = csv([
    parcel("1", "1Z11", "A"),
    parcel("#1", "1Z22", "BANK CHARGES A"),
    parcel("#2", "1Z33", "A"),
    parcel("#2", "1Z44", "B"),
    parcel("#9", "1Z55", "A"),
  ]);
  const { report, rejections } = await shop.run("shipments", file);
  expect(report).toEqual({ imported: 2, updated: 0, unchanged: 0, rejected: 3 });
  expect(rejections).toMatchObject([
    { line: 5, column: "SKUs", leftOut: "Order #2" },
    { line: 6, column: "Order", leftOut: "Order #9" },
  ]);
  const items = await shop.rows(
    "select s.tracking_number, i.position from shipment_items i join shipments s on s.id = i.shipment_id order by 2",
  );
  expect(items).toEqual([
    { tracking_number: "1Z11", position: 1 },
    { tracking_number: "1Z22", position: 2 },
    { tracking_number: "1Z22", position: 3 },
  ]);
  expect((await shop.run("shipments", file)).report).toMatchObject({ imported: 0, unchanged: 2 });
});

test("a parcel that names no carrier goes in where its number leaves no doubt, with a note, and once", async () => {
  await shop.run("orders", csv([head("#1", "A"), head("#2", "A")]));
  const file = csv([
    { Order: "#1", Carrier: "", "Tracking number": "1Z5R89390357567127" },
    { Order: "#2", Carrier: "", "Tracking number": "986578788855" },
  ]);
  const notes: unknown[] = [];
  const { report, rejections } = await shop.run("shipments", file, { onNote: (note) => notes.push(note) });
  expect(report).toMatchObject({ imported: 1, rejected: 1 });
  expect([notes, rejections]).toMatchObject([[{ line: 2, column: "Carrier" }], [{ line: 3, column: "Carrier" }]]);
  expect(await shop.rows("select carrier from shipments")).toEqual([{ carrier: "ups" }]);
  expect((await shop.run("shipments", file)).report).toMatchObject({ unchanged: 1, rejected: 1 });
});

test("a tracking number that belongs to another order's parcel is refused", async () => {
  await shop.run("orders", csv([head("#1", "A"), head("#2", "A")]));
  const file = csv([
    { Order: "#1", Carrier: "ups", "Tracking number": "1Z11" },
    { Order: "#2", Carrier: "ups", "Tracking number": "1Z11" },
  ]);
  expect((await shop.run("shipments", file)).report).toMatchObject({ imported: 1, rejected: 1 });
  expect((await shop.run("shipments", file)).report).toMatchObject({ unchanged: 1, rejected: 1 });
});

test("with --shift-to now the newest order is at most a week old, and parcels move with their orders", async () => {
  await shop.run("orders", csv([head("#1", "A")]), { shiftToNow: true });
  await shop.run(
    "shipments",
    csv([{ Order: "#1", Carrier: "ups", "Tracking number": "1Z11", "Shipped at": "2026-03-03 10:00:00 +0000" }]),
    {
      shiftToNow: true,
    },
  );
  const [dates] = await shop.rows("select placed_at::text, shipped_at::text from orders, shipments");
  expect(dates).toEqual({ placed_at: "2026-11-16 10:00:00+00", shipped_at: "2026-11-17 10:00:00+00" });
});

test.each([
  ["a quote that never closes in the first cell", '"#1,A,1,Title,2.50,,,,'],
  ["an order number that was lost", ",A,1,Title,2.50,,,,"],
])("%s spoils the order it goes on with", async (_, broken) => {
  const header = "Name,Lineitem sku,Lineitem quantity,Lineitem name,Lineitem price,Email,Created at,Currency,Total";
  const first = (name: string) => `"${name}",A,1,Title,2.50,a@example.com,2026-03-02 10:00:00 +0000,GBP,5`;
  const { report, rejections } = await shop.run("orders", [header, first("#1"), broken, first("#2")].join("\n"));
  expect(report).toEqual({ imported: 1, updated: 0, unchanged: 0, rejected: 1 });
  expect(rejections).toMatchObject([{ line: 3, leftOut: "Order #1" }]);
});

test("a quoted order number in a row whose later quotes do not pair still leaves its order out", async () => {
  const header = "Name,Lineitem sku,Lineitem quantity,Lineitem name,Lineitem price,Email,Created at,Currency,Total";
  const rows = ['"#1",A,1,Title,2.50,a@example.com,2026-03-02 10:00:00 +0000,GBP,5', '"#1",B,1,"Title,2.50,,,,'];
  const { report } = await shop.run("orders", [header, ...rows].join("\n"));
  expect(report).toEqual({ imported: 0, updated: 0, unchanged: 0, rejected: 1 });
});

test("a value that only the database refuses leaves its own order out and lets the others in", async () => {
  await database.ownerDb.execute(sql`alter table orders add constraint refuses_four check (number <> '#4') not valid`);
  const { report, rejections } = await shop.run("orders", csv(Array.from({ length: 9 }, (_, n) => head(`#${n}`, "A"))));
  await database.ownerDb.execute(sql`alter table orders drop constraint refuses_four`);
  expect(report).toEqual({ imported: 8, updated: 0, unchanged: 0, rejected: 1 });
  expect(rejections).toMatchObject([{ line: 6, leftOut: "Order #4" }]);
  expect(await shop.count("orders")).toBe(8);
});

test("lines that move in a later export stay in the parcel they were in", async () => {
  await shop.run("orders", csv([head("#1", "A"), line("#1", "B")]));
  await shop.run("shipments", csv([{ Order: "#1", Carrier: "ups", "Tracking number": "1Z11", SKUs: "B" }]));
  await shop.run("orders", csv([head("#1", "C"), line("#1", "A"), line("#1", "B")]));
  const held = "select l.sku from shipment_items i join line_items l using (merchant_id, order_id, position)";
  expect(await shop.rows(held)).toEqual([{ sku: "B" }]);
});

test("moving the dates anew a week later changes the order and promises nothing twice", async () => {
  const file = csv([head("#1", "A", { "Shipping Method": "Standard (2-4 business days)" })]);
  await shop.run("orders", file);
  await shop.run("orders", file, { shiftToNow: true });
  expect(await shop.count("promises")).toBe(1);
});

test("past invoices follow the orders when dates are moved", async () => {
  await shop.run("orders", csv([head("#1", "A")]), { shiftToNow: true });
  const old = { Invoice: "7", StockCode: "A", Quantity: "1", InvoiceDate: "2026-01-05 10:00:00", Price: "1" };
  await shop.run("history", csv([old]), { shiftToNow: true });
  expect(await shop.rows("select placed_at::date::text as day from orders where number = '7'")).toEqual([
    { day: "2026-09-21" },
  ]);
});
