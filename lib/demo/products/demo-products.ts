import { type DemoSlug, demoMerchants } from "#lib/demo/merchants.ts";
import type { ProductDraft } from "#lib/orders/drafts.ts";
import { alishanTeaProducts } from "./alishan-tea.ts";
import { maisonAlderProducts } from "./maison-alder.ts";
import { productDraft } from "./product-line.ts";
import { voltgartenProducts } from "./voltgarten.ts";

const lines = {
  "maison-alder": maisonAlderProducts,
  voltgarten: voltgartenProducts,
  "alishan-tea": alishanTeaProducts,
};

/** A demo shop's products by SKU. */
export function demoProducts(slug: DemoSlug): ReadonlyMap<string, ProductDraft> {
  return new Map(lines[slug].map((line) => [line.sku, productDraft(demoMerchants[slug], line)]));
}
