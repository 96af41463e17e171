import { z } from "zod";
import { err, ok } from "#lib/kernel/result.ts";
import { carrierCell, instantCell, keyCell, longTextCell, optional, trackingNumberCell } from "#lib/orders/cells.ts";
import type { FileFormat } from "#lib/orders/file-format.ts";
import { oncePerZone } from "#lib/orders/once-per-zone.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import { readRows } from "#lib/orders/read-row.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { sureCarrier, withSuggestion } from "./likely-carrier.ts";

const schema = oncePerZone((zone) =>
  z.object({
    Order: keyCell,
    Carrier: carrierCell,
    "Tracking number": trackingNumberCell,
    "Shipped at": optional(instantCell(zone)),
    SKUs: optional(longTextCell),
  }),
);

/** Parcels: one row a parcel, all parcels of an order go in together (which parcel holds which line depends on the others). */
export const shipmentsCsv: FileFormat = {
  kind: "shipments",
  about: "parcels, one row each, for orders that are already there",
  columns: [
    { name: "Order", required: true, about: "order number: #1001" },
    {
      name: "Carrier",
      required: true,
      about:
        "ups, fedex, usps, dhl or any other carrier's name; may be empty where the number can only be one carrier's",
    },
    { name: "Tracking number", required: true, about: "4 to 40 letters and digits; spaces and dashes are dropped" },
    { name: "Shipped at", required: false, about: "when it was handed over: 2026-03-31 14:05:00 +0000" },
    {
      name: "SKUs",
      required: false,
      about:
        "what is inside, separated by spaces; empty: the whole order. The nth mention of a SKU is the order's nth line with it",
    },
  ],
  entry: { column: "Order", noun: "Order" },
  keyOf: (cells) => orderNumberKey(cells.Order ?? ""),
  manyRows: true,
  dateColumn: "Shipped at",
  skipsPresent: false,
  read: (rows, context) => {
    const named = rows.map((row) => {
      const carrier = sureCarrier(row, context);
      return carrier === null ? row : { ...row, cells: { ...row.cells, Carrier: carrier } };
    });
    const parcels = readRows(schema(context.zone), named);
    if (!parcels.ok) return err(parcels.error.map((problem) => withSuggestion(problem, rows, context)));
    return ok(
      parcels.value.map((parcel) => ({
        kind: "shipment",
        orderNumber: parcel.Order,
        carrier: parcel.Carrier,
        trackingNumber: parcel["Tracking number"],
        shippedAt: parcel["Shipped at"],
        skus: parcel.SKUs,
      })),
    );
  },
  notesOf: (rows, context) =>
    rows.flatMap((row) => {
      const carrier = sureCarrier(row, context);
      const reason = `names no carrier; the number can only be one of ${carrierName(carrier ?? "")}'s`;
      return carrier === null ? [] : [{ line: row.line, column: "Carrier", reason }];
    }),
};
