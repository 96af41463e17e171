import { z } from "zod";
import { err, ok } from "#lib/kernel/result.ts";
import { dayCell, emailCell, optional, textCell, wholeCell } from "#lib/orders/cells.ts";
import type { FileFormat } from "#lib/orders/file-format.ts";
import { readRows, rowsThatDiffer } from "#lib/orders/read-row.ts";

const schema = z.object({
  Email: emailCell,
  Tier: optional(textCell),
  Points: wholeCell(0, 1_000_000_000),
  "Expires on": optional(dayCell),
});

/** Points and tiers: one row for each day on which a shopper's points expire. */
export const loyaltyCsv: FileFormat = {
  kind: "loyalty",
  about: "points and tiers, one row for each day on which a shopper's points expire",
  columns: [
    { name: "Email", required: true, about: "whose points" },
    { name: "Points", required: true, about: "whole number, 0 or more" },
    { name: "Tier", required: false, about: "the shop's own word: gold; the same on all rows of a shopper" },
    { name: "Expires on", required: false, about: "day: 2026-12-31; empty: never" },
  ],
  entry: { column: "Email", noun: "Loyalty of" },
  keyOf: (cells) => (cells.Email ?? "").trim().toLowerCase(),
  manyRows: true,
  dateColumn: null,
  skipsPresent: false,
  read: (rows) => {
    const lots = readRows(schema, rows);
    if (!lots.ok) return lots;
    const [first] = lots.value;
    if (first === undefined) return ok([]);
    const contradictions = rowsThatDiffer(rows, lots.value, ["Tier"]);
    if (contradictions.length > 0) return err(contradictions);
    return ok([
      {
        kind: "loyalty",
        email: first.Email,
        tier: first.Tier,
        lots: lots.value.map((lot) => ({ points: lot.Points, expiresOn: lot["Expires on"] })),
      },
    ]);
  },
};
