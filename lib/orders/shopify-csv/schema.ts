import { z } from "zod";
import {
  amountCell,
  currencyCell,
  dayCell,
  emailCell,
  instantCell,
  keyCell,
  longTextCell,
  optional,
  textCell,
  wholeCell,
  yesNoCell,
} from "#lib/orders/cells.ts";
import type { Column } from "#lib/orders/file-format.ts";
import { oncePerZone } from "#lib/orders/once-per-zone.ts";

/** The columns of Shopify's order export that we read; the others are passed over. */
export const shopifyColumns: readonly Column[] = [
  { name: "Name", required: true, about: "order number, on every row of the order: #1001" },
  { name: "Email", required: false, about: "who bought, on the first row or on all" },
  {
    name: "Created at",
    required: true,
    about: "when it was ordered, on the order's first row or on all: 2026-03-31 14:05:00 +0000",
  },
  { name: "Currency", required: true, about: "ISO 4217, on the first row: GBP" },
  { name: "Subtotal", required: false, about: "amount, on the first row: 315.48" },
  { name: "Shipping", required: false, about: "amount, on the first row" },
  { name: "Taxes", required: false, about: "amount, on the first row" },
  { name: "Discount Amount", required: false, about: "amount, on the first row" },
  { name: "Total", required: true, about: "amount, on the first row" },
  {
    name: "Shipping Method",
    required: false,
    about: "as told at checkout; a window in it, such as (2-4 business days), becomes the promise",
  },
  { name: "Financial Status", required: false, about: "paid, pending, refunded, ..." },
  { name: "Accepts Marketing", required: false, about: "yes or no: kept as a consent" },
  { name: "Cancelled at", required: false, about: "when it was cancelled" },
  {
    name: "Notes",
    required: false,
    about: "the shopper's note; a day in it, such as Needed by 18 December, counts as agreed",
  },
  {
    name: "Needed by",
    required: false,
    about: "the day by which it is needed, where the shop asks for it: 2026-12-18",
  },
  { name: "Billing Name", required: false, about: "used where there is no shipping name" },
  { name: "Shipping Name", required: false, about: "who receives it" },
  { name: "Shipping Street", required: false, about: "" },
  { name: "Shipping City", required: false, about: "" },
  { name: "Shipping Zip", required: false, about: "" },
  { name: "Shipping Province", required: false, about: "" },
  { name: "Shipping Country", required: false, about: "ISO 3166-1 alpha-2: GB" },
  { name: "Shipping Phone", required: false, about: "" },
  { name: "Lineitem quantity", required: true, about: "whole number, 1 or more, on every row" },
  { name: "Lineitem name", required: true, about: "the product's title, on every row" },
  { name: "Lineitem price", required: true, about: "amount for one piece, on every row" },
  { name: "Lineitem sku", required: false, about: "the product's SKU; where it is empty the title stands in" },
  { name: "Lineitem requires shipping", required: false, about: "true or false" },
];

/** Every row: one line item. */
export const lineSchema = z.object({
  "Lineitem quantity": wholeCell(1),
  "Lineitem name": textCell,
  "Lineitem price": amountCell,
  "Lineitem sku": optional(keyCell),
  "Lineitem requires shipping": optional(yesNoCell),
});

/** An order's first row: what concerns the whole order. `zone` reads times that carry no offset. */
export const orderSchema = oncePerZone((zone) =>
  z.object({
    Name: keyCell,
    Email: optional(emailCell),
    "Created at": instantCell(zone),
    Currency: currencyCell,
    Subtotal: optional(amountCell),
    Shipping: optional(amountCell),
    Taxes: optional(amountCell),
    "Discount Amount": optional(amountCell),
    Total: amountCell,
    "Shipping Method": optional(textCell),
    "Financial Status": optional(textCell),
    "Accepts Marketing": optional(yesNoCell),
    "Cancelled at": optional(instantCell(zone)),
    Notes: optional(longTextCell),
    "Needed by": optional(dayCell),
    "Billing Name": optional(textCell),
    "Shipping Name": optional(textCell),
    "Shipping Street": optional(textCell),
    "Shipping City": optional(textCell),
    "Shipping Zip": optional(textCell),
    "Shipping Province": optional(textCell),
    "Shipping Country": optional(textCell),
    "Shipping Phone": optional(textCell),
  }),
);

export type ShopifyOrderRow = z.infer<ReturnType<typeof orderSchema>>;
export type ShopifyLineRow = z.infer<typeof lineSchema>;
