import { Temporal } from "temporal-polyfill";
import { minorDigits, parseMinor } from "#lib/kernel/money.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { AddressDraft, Draft, LineDraft } from "#lib/orders/drafts.ts";
import type { FileContext, FileFormat, Row, RowProblem } from "#lib/orders/file-format.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import { readRow, readRows } from "#lib/orders/read-row.ts";
import { checkoutPromise } from "#lib/promise/checkout-promise.ts";
import { neededByOf } from "#lib/promise/needed-by-of.ts";
import { lineSchema, orderSchema, type ShopifyLineRow, type ShopifyOrderRow, shopifyColumns } from "./schema.ts";

/** Shopify's order export: one row a line item, the order's own columns on its first row only. */
export const shopifyCsv: FileFormat = {
  kind: "orders",
  about: "Shopify's order export (Orders > Export), one row a line item",
  columns: shopifyColumns,
  entry: { column: "Name", noun: "Order" },
  keyOf: (cells) => orderNumberKey(cells.Name ?? ""),
  beginsEntry: (cells) => (cells.Total ?? "").trim() !== "",
  manyRows: true,
  dateColumn: "Created at",
  skipsPresent: false,
  read,
};

function read(rows: readonly Row[], context: FileContext): Result<readonly Draft[], readonly RowProblem[]> {
  const [first] = rows;
  if (first === undefined) return ok([]);
  const order = readRow(orderSchema(context.zone), first);
  const lines = readRows(lineSchema, rows);
  const problems = [...(order.ok ? [] : order.error), ...(lines.ok ? [] : lines.error), ...secondHeads(rows)];
  if (!order.ok || !lines.ok || problems.length > 0) return err(problems);
  return draftOf(first, order.value, lines.value, rows, context);
}

/**
 * A second row with a total is the same order exported twice: adding its lines would double it. Real exports repeat
 * `Created at` and `Email` on every row, so those say nothing.
 */
function secondHeads(rows: readonly Row[]): readonly RowProblem[] {
  return rows
    .slice(1)
    .filter((row) => (row.cells.Total ?? "").trim() !== "")
    .map((row) => ({
      line: row.line,
      column: "Total",
      reason: `is filled again; the order began on line ${rows[0]?.line}`,
    }));
}

function draftOf(
  first: Row,
  order: ShopifyOrderRow,
  lineRows: readonly ShopifyLineRow[],
  rows: readonly Row[],
  context: FileContext,
): Result<readonly Draft[], readonly RowProblem[]> {
  const problems: RowProblem[] = [];
  const digits = minorDigits(order.Currency);
  const minor = (text: string | null, line: number, column: string): number => {
    const result = parseMinor(text ?? "0", digits);
    if (!result.ok) problems.push({ line, column, reason: `${JSON.stringify(text)} is ${result.error}` });
    return result.ok ? result.value : 0;
  };
  const lines = lineRows.map(
    (row, at): LineDraft => ({
      sku: row["Lineitem sku"] ?? row["Lineitem name"].slice(0, 200),
      title: row["Lineitem name"],
      quantity: row["Lineitem quantity"],
      unitPriceMinor: minor(row["Lineitem price"], rows[at]?.line ?? first.line, "Lineitem price"),
      requiresShipping: row["Lineitem requires shipping"] ?? true,
    }),
  );
  const placedOn = Temporal.Instant.from(order["Created at"]).toZonedDateTimeISO(context.zone).toPlainDate();
  const draft: Draft = {
    kind: "order",
    number: order.Name,
    placedAt: order["Created at"],
    email: order.Email,
    shopperName: order["Billing Name"] ?? order["Shipping Name"],
    acceptsMarketing: order["Accepts Marketing"],
    currency: order.Currency,
    subtotalMinor: minor(order.Subtotal, first.line, "Subtotal"),
    shippingMinor: minor(order.Shipping, first.line, "Shipping"),
    taxMinor: minor(order.Taxes, first.line, "Taxes"),
    discountMinor: minor(order["Discount Amount"], first.line, "Discount Amount"),
    totalMinor: minor(order.Total, first.line, "Total"),
    shippingMethod: order["Shipping Method"],
    financialStatus: order["Financial Status"],
    cancelledAt: order["Cancelled at"],
    note: order.Notes,
    neededBy: order["Needed by"] ?? neededByOf(order.Notes, placedOn),
    shipTo: addressOf(order),
    lines,
    promise: checkoutPromise({ method: order["Shipping Method"], placedOn }),
  };
  return problems.length === 0 ? ok([draft]) : err(problems);
}

function addressOf(order: ShopifyOrderRow): AddressDraft {
  return {
    name: order["Shipping Name"] ?? order["Billing Name"],
    street: order["Shipping Street"],
    city: order["Shipping City"],
    // Exports write an apostrophe before postcodes, so that spreadsheets keep leading zeros.
    postcode: order["Shipping Zip"]?.replace(/^'/, "") ?? null,
    region: order["Shipping Province"],
    country: order["Shipping Country"],
    phone: order["Shipping Phone"],
  };
}
