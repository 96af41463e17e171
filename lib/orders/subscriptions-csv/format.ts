import { z } from "zod";
import { dayCell, emailCell, keyCell, optional, wholeCell, wordCell } from "#lib/orders/cells.ts";
import { oneRowFormat } from "#lib/orders/one-row-format.ts";

/** Who receives what again and again: one row a subscription. */
export const subscriptionsCsv = oneRowFormat({
  kind: "subscriptions",
  about: "who receives which product again and again, one row each",
  columns: [
    { name: "Email", required: true, about: "the subscriber" },
    { name: "SKU", required: true, about: "a product that is already there" },
    { name: "Every", required: true, about: "how many units: 1" },
    { name: "Unit", required: true, about: "day, week or month" },
    { name: "Status", required: true, about: "active, paused or cancelled" },
    { name: "Started on", required: true, about: "day: 2026-03-31" },
    { name: "Next on", required: false, about: "day of the next delivery" },
  ],
  entry: { column: "Email", noun: "Subscription of" },
  keyOf: (cells) => [cells.Email?.trim().toLowerCase(), cells.SKU?.trim()].join("|"),
  dateColumn: null,
  schema: () =>
    z.object({
      Email: emailCell,
      SKU: keyCell,
      Every: wholeCell(1, 366),
      Unit: wordCell(["day", "week", "month"]),
      Status: wordCell(["active", "paused", "cancelled"]),
      "Started on": dayCell,
      "Next on": optional(dayCell),
    }),
  draftOf: (row) => ({
    kind: "subscription",
    email: row.Email,
    sku: row.SKU,
    intervalCount: row.Every,
    intervalUnit: row.Unit,
    status: row.Status,
    startedOn: row["Started on"],
    nextOn: row["Next on"],
  }),
});
