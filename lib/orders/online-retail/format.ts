import { z } from "zod";
import { minorDigits } from "#lib/kernel/money.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { instantCell, keyCell, optional, textCell, wholeCell } from "#lib/orders/cells.ts";
import type { Draft, OrderDraft, ReturnDraft } from "#lib/orders/drafts.ts";
import type { FileContext, FileFormat, Row, RowProblem } from "#lib/orders/file-format.ts";
import { oncePerZone } from "#lib/orders/once-per-zone.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import { readRows } from "#lib/orders/read-row.ts";
import { countryCode } from "./country-code.ts";

const schema = oncePerZone((zone) =>
  z.object({
    Invoice: keyCell,
    StockCode: keyCell,
    Description: optional(textCell),
    Quantity: wholeCell(-1_000_000),
    InvoiceDate: instantCell(zone),
    Price: z.string().regex(/^\s*\d{1,9}(\.\d{1,8})?\s*$/, "is not an amount of 0 or more"),
    "Customer ID": optional(wholeCell(1, 999_999_999)),
    Country: optional(textCell),
  }),
);
type InvoiceRow = z.infer<ReturnType<typeof schema>>;

/**
 * Past invoices in the format of UCI's Online Retail II (https://doi.org/10.24432/C5CG6D): an invoice whose number
 * begins with C takes goods back and becomes a return; prices finer than the minor unit are rounded, as the set has some.
 */
export const onlineRetail: FileFormat = {
  kind: "history",
  about:
    "past invoices in the Online Retail II format; C... invoices become returns, invoices already there as orders are skipped",
  columns: [
    { name: "Invoice", required: true, about: "invoice number; a leading C takes goods back" },
    { name: "StockCode", required: true, about: "the product's SKU" },
    { name: "Description", required: false, about: "the product's title; empty: the SKU" },
    { name: "Quantity", required: true, about: "whole number; negative on C... invoices" },
    { name: "InvoiceDate", required: true, about: "2009-12-01 07:45:00, the merchant's wall clock" },
    { name: "Price", required: true, about: "amount for one piece in the merchant's currency" },
    { name: "Customer ID", required: false, about: "17349 is shopper-17349@example.com" },
    { name: "Country", required: false, about: "English name" },
  ],
  entry: { column: "Invoice", noun: "Invoice" },
  keyOf: (cells) => orderNumberKey(cells.Invoice ?? ""),
  manyRows: true,
  dateColumn: "InvoiceDate",
  skipsPresent: true,
  read: (rows, context) => {
    const lines = readRows(schema(context.zone), rows);
    if (!lines.ok) return lines;
    const [first] = lines.value;
    if (first === undefined) return ok([]);
    return /^c/i.test(first.Invoice)
      ? returnOf(first, lines.value, rows, context)
      : orderOf(first, lines.value, rows, context);
  },
};

function orderOf(
  first: InvoiceRow,
  lines: readonly InvoiceRow[],
  rows: readonly Row[],
  context: FileContext,
): Result<readonly Draft[], readonly RowProblem[]> {
  const corrections = problemsWhere(rows, lines, (line) => line.Quantity <= 0, "is not a sale: stock was corrected");
  if (corrections.length > 0) return err(corrections);
  const priced = lines.map((line) => ({ line, unitPriceMinor: minorOf(line.Price, context) }));
  const totalMinor = priced.reduce((sum, { line, unitPriceMinor }) => sum + line.Quantity * unitPriceMinor, 0);
  if (!Number.isSafeInteger(totalMinor)) {
    return err([{ line: rows[0]?.line ?? 0, column: "Price", reason: "makes a total that is too large to be true" }]);
  }
  const draft: OrderDraft = {
    kind: "order",
    number: first.Invoice,
    placedAt: first.InvoiceDate,
    email: emailOf(first),
    shopperName: null,
    acceptsMarketing: null,
    currency: context.currency,
    subtotalMinor: totalMinor,
    shippingMinor: 0,
    taxMinor: 0,
    discountMinor: 0,
    totalMinor,
    shippingMethod: null,
    financialStatus: null,
    cancelledAt: null,
    note: null,
    neededBy: null,
    shipTo: { ...nowhere, country: first.Country === null ? null : countryCode(first.Country) },
    lines: priced.map(({ line, unitPriceMinor }) => ({
      sku: line.StockCode,
      title: line.Description ?? line.StockCode,
      quantity: line.Quantity,
      unitPriceMinor,
      // Codes that are not goods (postage, bank charges, manual lines) do not begin with five digits.
      requiresShipping: /^\d{5}/.test(line.StockCode),
    })),
    promise: null,
  };
  return ok([draft]);
}

function returnOf(
  first: InvoiceRow,
  lines: readonly InvoiceRow[],
  rows: readonly Row[],
  context: FileContext,
): Result<readonly Draft[], readonly RowProblem[]> {
  const wrong = problemsWhere(
    rows,
    lines,
    (line) => line.Quantity >= 0,
    "must be negative on an invoice that takes goods back",
  );
  if (wrong.length > 0) return err(wrong);
  const draft: ReturnDraft = {
    kind: "return",
    reference: first.Invoice,
    orderNumber: null,
    email: emailOf(first),
    reason: null,
    returnedAt: first.InvoiceDate,
    lines: lines.map((line) => ({
      sku: line.StockCode,
      title: line.Description ?? line.StockCode,
      quantity: -line.Quantity,
      unitPriceMinor: minorOf(line.Price, context),
    })),
  };
  return ok([draft]);
}

const nowhere = { name: null, street: null, city: null, postcode: null, region: null, phone: null };

function problemsWhere(
  rows: readonly Row[],
  lines: readonly InvoiceRow[],
  isWrong: (line: InvoiceRow) => boolean,
  reason: string,
): readonly RowProblem[] {
  return lines.flatMap((line, at) =>
    isWrong(line) ? [{ line: rows[at]?.line ?? 0, column: "Quantity", reason: `${line.Quantity} ${reason}` }] : [],
  );
}

function minorOf(price: string, context: FileContext): number {
  return Math.round(Number(price) * 10 ** minorDigits(context.currency));
}

function emailOf(row: InvoiceRow): string | null {
  return row["Customer ID"] === null ? null : `shopper-${row["Customer ID"]}@example.com`;
}
