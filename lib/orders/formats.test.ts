import { expect, test } from "vitest";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import type { ImportKind, Row } from "./file-format.ts";
import { fileFormats } from "./registry.ts";

const context = { currency: "GBP", zone: "Europe/London", carriersOf };
const rows = (...cells: readonly Record<string, string>[]): Row[] =>
  cells.map((row, at) => ({ line: at + 2, cells: row }));
const read = (kind: ImportKind, ...cells: readonly Record<string, string>[]) =>
  fileFormats[kind].read(rows(...cells), context);

const head = {
  Name: "#1001",
  Email: "ana@example.com",
  "Created at": "2026-03-02 10:00:00 +0000",
  Currency: "GBP",
  Total: "12.50",
  "Shipping Method": "Standard (2-4 business days)",
  "Lineitem quantity": "1",
  "Lineitem name": "Hat",
  "Lineitem price": "5",
  "Lineitem sku": "HAT",
};
const line = {
  Name: "#1001",
  "Lineitem quantity": "3",
  "Lineitem name": "Scarf",
  "Lineitem price": "2.50",
  "Lineitem sku": "",
};

test("a Shopify order takes its own columns from its first row and a line from every row, in minor units", () => {
  const result = read("orders", head, line);
  expect(result.ok && result.value[0]).toMatchObject({
    kind: "order",
    number: "#1001",
    totalMinor: 1250,
    promise: { fromDay: "2026-03-04", toDay: "2026-03-06" },
    lines: [
      { sku: "HAT", unitPriceMinor: 500 },
      { sku: "Scarf", quantity: 3, unitPriceMinor: 250 },
    ],
  });
});

test("every bad cell of an order is named with its line and column, not only the first", () => {
  const result = read(
    "orders",
    { ...head, Currency: "QQQ" },
    { ...line, "Lineitem quantity": "-1" },
    { ...line, "Lineitem price": "abc" },
  );
  expect(result.ok ? [] : result.error.map(({ line: at, column }) => [at, column])).toEqual([
    [2, "Currency"],
    [3, "Lineitem quantity"],
    [4, "Lineitem price"],
  ]);
});

test("amounts finer than the currency are refused, not rounded", () => {
  const result = read("orders", { ...head, Currency: "JPY", Total: "12.50" });
  expect(result.ok ? null : result.error[0]).toMatchObject({ column: "Total" });
});

test("real exports repeat date and email on every row and write an apostrophe before postcodes: still one order", () => {
  const again = { Email: head.Email, "Created at": head["Created at"] };
  const result = read("orders", { ...head, "Shipping Zip": "'01067" }, { ...line, ...again });
  expect(result.ok && result.value[0]).toMatchObject({ shipTo: { postcode: "01067" }, lines: [{}, { quantity: 3 }] });
});

test("an order exported twice in one file is refused rather than doubled", () => {
  const result = read("orders", head, head);
  expect(result.ok ? null : result.error[0]?.reason).toContain("the order began on line 2");
});

const invoice = {
  Invoice: "489434",
  StockCode: "85048",
  Description: "Lights",
  Quantity: "12",
  InvoiceDate: "2009-12-01 07:45:00",
  Price: "6.95",
  "Customer ID": "13085",
  Country: "EIRE",
};

test("an invoice of the past becomes an order, one that begins with C a return", () => {
  const order = read("history", invoice);
  expect(order.ok && order.value[0]).toMatchObject({
    kind: "order",
    email: "shopper-13085@example.com",
    totalMinor: 8340,
    shipTo: { country: "IE" },
  });
  const back = read("history", { ...invoice, Invoice: "C489434", Quantity: "-12" });
  expect(back.ok && back.value[0]).toMatchObject({ kind: "return", reference: "C489434", lines: [{ quantity: 12 }] });
});

test("a stock correction is no sale and is left out with its reason", () => {
  const result = read("history", { ...invoice, Quantity: "-3" });
  expect(result.ok ? null : result.error[0]).toMatchObject({ line: 2, column: "Quantity" });
});

test("a shopper's points may expire on several days; a tier that contradicts itself is refused", () => {
  const lot = { Email: "c@example.com", Tier: "gold", Points: "500", "Expires on": "2026-12-01" };
  const result = read("loyalty", lot, { ...lot, Points: "20", "Expires on": "" });
  expect(result.ok && result.value[0]).toMatchObject({
    lots: [
      { points: 500, expiresOn: "2026-12-01" },
      { points: 20, expiresOn: null },
    ],
  });
  expect(read("loyalty", lot, { ...lot, Tier: "silver" }).ok).toBe(false);
});

const parcel = (carrier: string, number: string) => ({ Order: "#1", Carrier: carrier, "Tracking number": number });
const SURE = "1Z5R89390357567127";
const DOUBTFUL = "9261292700768711948021";

test.each([
  ["", SURE, "ups", ["names no carrier; the number can only be one of UPS's"]],
  ["Other", SURE, "ups", ["names no carrier; the number can only be one of UPS's"]],
  ["Other", DOUBTFUL, "other", []],
  ["Acme Post", SURE, "acme-post", []],
])("a parcel by %j with the number %s is %s's", (carrier, number, taken, notes) => {
  const result = read("shipments", parcel(carrier, number));
  expect(result.ok && result.value).toMatchObject([{ carrier: taken }]);
  const noted = fileFormats.shipments.notesOf?.(rows(parcel(carrier, number)), context);
  expect(noted).toEqual(notes.map((reason) => ({ line: 2, column: "Carrier", reason })));
});

test.each([
  ["", DOUBTFUL, "is empty; the number looks like USPS or FedEx"],
  ["", "1Z5R89390357567128", "is empty; the number looks like UPS"],
  ["", "986578788855", "is empty; the number looks like FedEx or DHL"],
  ["UPS®", SURE, '"UPS®" is not a carrier\'s name such as ups; the number looks like UPS'],
  ["", "XX1234", "is empty"],
])("a parcel by %j with the number %s is refused with those that it looks like", (carrier, number, reason) => {
  const result = read("shipments", parcel("ups", SURE), parcel(carrier, number));
  expect(result.ok ? [] : result.error).toEqual([{ line: 3, column: "Carrier", reason }]);
});

test.each(Object.values(fileFormats))("$kind: its documented columns are the ones it reads", (format) => {
  const names = format.columns.map((column) => column.name);
  expect(names).toContain(format.entry.column);
  if (format.dateColumn !== null) expect(names).toContain(format.dateColumn);
  const empty = format.read(rows(Object.fromEntries(names.map((name) => [name, ""]))), context);
  const blamed = empty.ok ? [] : empty.error.map((problem) => problem.column);
  const required = format.columns.filter((column) => column.required).map((column) => column.name);
  expect(new Set(blamed)).toEqual(new Set(required));
});
