import { z } from "zod";
import { minorDigits, parseMinor } from "#lib/kernel/money.ts";
import { err, ok } from "#lib/kernel/result.ts";
import {
  amountCell,
  currencyCell,
  keyCell,
  optional,
  textCell,
  urlCell,
  wholeCell,
  yesNoCell,
} from "#lib/orders/cells.ts";
import type { FileFormat } from "#lib/orders/file-format.ts";
import { readRow } from "#lib/orders/read-row.ts";

const schema = z.object({
  SKU: keyCell,
  Title: textCell,
  Category: optional(textCell),
  Price: optional(amountCell),
  Currency: optional(currencyCell),
  Stock: optional(wholeCell(0)),
  Replenishable: optional(yesNoCell),
  "Page URL": optional(urlCell),
  "Setup URL": optional(urlCell),
  "Care URL": optional(urlCell),
  "Film URL": optional(urlCell),
});

/** The shop's catalogue: one row a product variant. */
export const productsCsv: FileFormat = {
  kind: "products",
  about: "the catalogue, one row a product variant",
  columns: [
    { name: "SKU", required: true, about: "the variant's own code" },
    { name: "Title", required: true, about: "as shoppers know it" },
    { name: "Category", required: false, about: "the shop's own word" },
    { name: "Price", required: false, about: "amount: 12.50" },
    { name: "Currency", required: false, about: "ISO 4217; else the merchant's" },
    { name: "Stock", required: false, about: "whole number; empty: not told" },
    { name: "Replenishable", required: false, about: "yes for goods that are bought again and again (tea, blades)" },
    { name: "Page URL", required: false, about: "the product's page in the shop" },
    { name: "Setup URL", required: false, about: "how to set it up" },
    { name: "Care URL", required: false, about: "how to care for it" },
    { name: "Film URL", required: false, about: "a film about it" },
  ],
  entry: { column: "SKU", noun: "Product" },
  keyOf: (cells) => (cells.SKU ?? "").trim(),
  manyRows: false,
  dateColumn: null,
  skipsPresent: false,
  read: ([row], context) => {
    if (row === undefined) return ok([]);
    const read = readRow(schema, row);
    if (!read.ok) return read;
    const product = read.value;
    const currency = product.Currency ?? context.currency;
    const price = product.Price === null ? ok(null) : parseMinor(product.Price, minorDigits(currency));
    if (!price.ok) return err([{ line: row.line, column: "Price", reason: `is ${price.error}` }]);
    const links = { setup: product["Setup URL"], care: product["Care URL"], film: product["Film URL"] };
    return ok([
      {
        kind: "product",
        sku: product.SKU,
        title: product.Title,
        category: product.Category,
        priceMinor: price.value,
        currency: price.value === null ? null : currency,
        stock: product.Stock,
        replenishable: product.Replenishable ?? false,
        pageUrl: product["Page URL"],
        guideLinks: Object.fromEntries(Object.entries(links).filter(([, url]) => url !== null)),
      },
    ]);
  },
};
