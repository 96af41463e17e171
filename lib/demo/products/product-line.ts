import type { DemoMerchant } from "#lib/demo/merchants.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import type { ProductDraft } from "#lib/orders/drafts.ts";

/** One product as the demo's lists write it; `price` is in whole euros or dollars, cents after the point. */
export type ProductLine = {
  readonly sku: string;
  readonly title: string;
  readonly category: string;
  readonly price: number;
  readonly stock: number;
  readonly replenishable?: boolean;
  /** Paths on the shop's own site. */
  readonly setup?: string;
  readonly care?: string;
  readonly film?: string;
};

/** The product as an order source would bring it. */
export function productDraft(merchant: DemoMerchant, line: ProductLine): ProductDraft {
  const url = (path: string): string => `${merchant.storefrontUrl}${path}`;
  return {
    kind: "product",
    sku: line.sku,
    title: line.title,
    category: line.category,
    priceMinor: Math.round(line.price * 10 ** minorDigits(merchant.currency)),
    currency: merchant.currency,
    stock: line.stock,
    replenishable: line.replenishable ?? false,
    pageUrl: url(`/products/${line.sku.toLowerCase()}`),
    guideLinks: {
      ...(line.setup === undefined ? {} : { setup: url(line.setup) }),
      ...(line.care === undefined ? {} : { care: url(line.care) }),
      ...(line.film === undefined ? {} : { film: url(line.film) }),
    },
  };
}
