import { z } from "zod";
import { emailCell, instantCell, keyCell, longTextCell, optional, textCell, wholeCell } from "#lib/orders/cells.ts";
import { oneRowFormat } from "#lib/orders/one-row-format.ts";

/** What shoppers said of products: one row a review. */
export const reviewsCsv = oneRowFormat({
  kind: "reviews",
  about: "what shoppers said of products, one row each",
  columns: [
    { name: "Email", required: true, about: "who wrote it" },
    { name: "SKU", required: true, about: "a product that is already there" },
    { name: "Rating", required: true, about: "1 to 5" },
    { name: "Reviewed at", required: true, about: "when: 2026-03-31 14:05:00 +0000" },
    { name: "Title", required: false, about: "" },
    { name: "Body", required: false, about: "" },
  ],
  entry: { column: "Email", noun: "Review by" },
  keyOf: (cells) => [cells.Email?.trim().toLowerCase(), cells.SKU?.trim(), cells["Reviewed at"]?.trim()].join("|"),
  dateColumn: "Reviewed at",
  schema: (zone) =>
    z.object({
      Email: emailCell,
      SKU: keyCell,
      Rating: wholeCell(1, 5),
      "Reviewed at": instantCell(zone),
      Title: optional(textCell),
      Body: optional(longTextCell),
    }),
  draftOf: (row) => ({
    kind: "review",
    email: row.Email,
    sku: row.SKU,
    rating: row.Rating,
    title: row.Title,
    body: row.Body,
    reviewedAt: row["Reviewed at"],
  }),
});
