import { z } from "zod";
import { err, ok } from "#lib/kernel/result.ts";
import { emailCell, instantCell, keyCell, optional, textCell, wholeCell } from "#lib/orders/cells.ts";
import type { FileFormat } from "#lib/orders/file-format.ts";
import { oncePerZone } from "#lib/orders/once-per-zone.ts";
import { readRows, rowsThatDiffer } from "#lib/orders/read-row.ts";

const schema = oncePerZone((zone) =>
  z.object({
    Return: keyCell,
    Order: optional(keyCell),
    Email: optional(emailCell),
    SKU: keyCell,
    Quantity: wholeCell(1),
    "Returned at": instantCell(zone),
    Reason: optional(textCell),
  }),
);

/** Goods that came back: one row a product, rows with the same `Return` belong together. */
export const returnsCsv: FileFormat = {
  kind: "returns",
  about: "goods that came back, one row a product; rows with the same Return belong together",
  columns: [
    { name: "Return", required: true, about: "the shop's own number for it: R-1001" },
    { name: "SKU", required: true, about: "a product that is already there" },
    { name: "Quantity", required: true, about: "whole number, 1 or more" },
    { name: "Returned at", required: true, about: "when: 2026-03-31 14:05:00 +0000" },
    { name: "Order", required: false, about: "order number, if known" },
    { name: "Email", required: false, about: "who returned it; else the order's shopper" },
    { name: "Reason", required: false, about: "in the shopper's or the shop's words" },
  ],
  entry: { column: "Return", noun: "Return" },
  keyOf: (cells) => (cells.Return ?? "").trim(),
  manyRows: true,
  dateColumn: "Returned at",
  skipsPresent: false,
  read: (rows, context) => {
    const items = readRows(schema(context.zone), rows);
    if (!items.ok) return items;
    const [first] = items.value;
    if (first === undefined) return ok([]);
    const contradictions = rowsThatDiffer(rows, items.value, ["Order", "Email", "Returned at", "Reason"]);
    if (contradictions.length > 0) return err(contradictions);
    return ok([
      {
        kind: "return",
        reference: first.Return,
        orderNumber: first.Order,
        email: first.Email,
        reason: first.Reason,
        returnedAt: first["Returned at"],
        lines: items.value.map((item) => ({
          sku: item.SKU,
          title: null,
          quantity: item.Quantity,
          unitPriceMinor: null,
        })),
      },
    ]);
  },
};
