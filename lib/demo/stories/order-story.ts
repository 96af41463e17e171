import { Temporal } from "temporal-polyfill";
import type { DemoMerchant } from "#lib/demo/merchants.ts";
import { type DemoCarrier, trackingNumber } from "#lib/demo/tracking-numbers.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import type { AddressDraft, LineDraft, OrderDraft, ProductDraft, ShipmentDraft } from "#lib/orders/drafts.ts";
import { neededByOf } from "#lib/promise/needed-by-of.ts";
import type { Buyer } from "./buyer.ts";
import type { Moment, When } from "./when.ts";

export type OrderStory = {
  readonly number: string;
  readonly buyer: Buyer;
  readonly placed: Moment;
  readonly lines: readonly (readonly [sku: string, quantity: number])[];
  readonly method: string;
  /** Shipping and discount in whole units of the shop's currency. */
  readonly shipping: number;
  readonly discount?: number;
  /** First and last day of the promised window. */
  readonly promise?: readonly [from: number, to: number];
  /** Where it goes when not to the buyer. */
  readonly recipient?: AddressDraft;
  readonly note?: string | ((when: When) => string);
  readonly cancelled?: Moment;
  /** The parcels handed over so far; without `skus` all lines are in it. */
  readonly parcels?: readonly {
    readonly carrier: DemoCarrier;
    readonly shipped: Moment;
    readonly skus?: readonly string[];
  }[];
};

export type Shop = {
  readonly merchant: DemoMerchant;
  readonly products: ReadonlyMap<string, ProductDraft>;
  readonly when: When;
};

/** The order as an order source would bring it. Throws when a line names a SKU that the shop does not have. */
export function orderDraft(shop: Shop, story: OrderStory): OrderDraft {
  const { merchant, when } = shop;
  const unit = 10 ** minorDigits(merchant.currency);
  const lines = story.lines.map(([sku, quantity]) => lineDraft(shop, sku, quantity));
  const subtotalMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  const shippingMinor = Math.round(story.shipping * unit);
  const discountMinor = Math.round((story.discount ?? 0) * unit);
  const placedAt = when.at(...story.placed);
  const note = typeof story.note === "function" ? story.note(when) : (story.note ?? null);
  return {
    kind: "order",
    number: story.number,
    placedAt,
    email: story.buyer.email,
    shopperName: story.buyer.name,
    acceptsMarketing: story.buyer.acceptsMarketing,
    currency: merchant.currency,
    subtotalMinor,
    shippingMinor,
    taxMinor: 0,
    discountMinor,
    totalMinor: subtotalMinor + shippingMinor - discountMinor,
    shippingMethod: story.method,
    financialStatus: story.cancelled === undefined ? "paid" : "refunded",
    cancelledAt: story.cancelled === undefined ? null : when.at(...story.cancelled),
    note,
    neededBy: neededByOf(note, Temporal.Instant.from(placedAt).toZonedDateTimeISO(merchant.zone).toPlainDate()),
    shipTo: story.recipient ?? { name: story.buyer.name, ...story.buyer.address },
    lines,
    promise:
      story.promise === undefined
        ? null
        : { fromDay: when.deliveryDay(story.promise[0]), toDay: when.deliveryDay(story.promise[1]) },
  };
}

/** The order's parcels; their numbers follow from the order's. */
export function shipmentDrafts(when: When, story: OrderStory): readonly ShipmentDraft[] {
  return (story.parcels ?? []).map((parcel, index) => ({
    kind: "shipment",
    orderNumber: story.number,
    carrier: parcel.carrier,
    trackingNumber: trackingNumber(parcel.carrier, `${story.number}/${index + 1}`),
    shippedAt: when.at(...parcel.shipped),
    skus: parcel.skus?.join(" ") ?? null,
  }));
}

function lineDraft(shop: Shop, sku: string, quantity: number): LineDraft {
  const product = shop.products.get(sku);
  if (product === undefined || product.priceMinor === null)
    throw new Error(`The demo shop has no priced product ${sku}`);
  return { sku, title: product.title, quantity, unitPriceMinor: product.priceMinor, requiresShipping: true };
}
