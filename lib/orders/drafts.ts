/*
 * What every order source is mapped to, before anything is written. Times are ISO instants in UTC, days are
 * `YYYY-MM-DD`, money is in minor units of the draft's currency. People are known by email, products by SKU.
 */

/** One line, in the order's own sequence: its position (1-based) is its key. */
export type LineDraft = {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly requiresShipping: boolean;
};

export type AddressDraft = {
  readonly name: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2 where the source knows it. */
  readonly country: string | null;
  readonly phone: string | null;
};

export type OrderDraft = {
  readonly kind: "order";
  /** As the shop writes it, with its `#` if it has one. */
  readonly number: string;
  readonly placedAt: string;
  readonly email: string | null;
  readonly shopperName: string | null;
  readonly acceptsMarketing: boolean | null;
  readonly currency: string;
  readonly subtotalMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
  readonly shippingMethod: string | null;
  readonly financialStatus: string | null;
  readonly cancelledAt: string | null;
  readonly note: string | null;
  /** The day by which the order says that it is needed. */
  readonly neededBy: string | null;
  readonly shipTo: AddressDraft | null;
  readonly lines: readonly LineDraft[];
  /** The window told at checkout, in days at the destination; null when the source tells none. */
  readonly promise: { readonly fromDay: string; readonly toDay: string } | null;
};

export type ShipmentDraft = {
  readonly kind: "shipment";
  readonly orderNumber: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: string | null;
  /** SKUs separated by spaces, as the file has them: some SKUs contain a space, so only the order's own SKUs can split it. Null: all lines. */
  readonly skus: string | null;
};

export type ProductDraft = {
  readonly kind: "product";
  readonly sku: string;
  readonly title: string;
  readonly category: string | null;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly stock: number | null;
  readonly replenishable: boolean;
  readonly pageUrl: string | null;
  readonly guideLinks: { readonly setup?: string; readonly care?: string; readonly film?: string };
};

export type ReviewDraft = {
  readonly kind: "review";
  readonly email: string;
  readonly sku: string;
  readonly rating: number;
  readonly title: string | null;
  readonly body: string | null;
  readonly reviewedAt: string;
};

export type SubscriptionDraft = {
  readonly kind: "subscription";
  readonly email: string;
  readonly sku: string;
  readonly intervalCount: number;
  readonly intervalUnit: "day" | "week" | "month";
  readonly status: "active" | "paused" | "cancelled";
  readonly startedOn: string;
  readonly nextOn: string | null;
};

export type LoyaltyDraft = {
  readonly kind: "loyalty";
  readonly email: string;
  readonly tier: string | null;
  /** Points by the day they expire; null: never. */
  readonly lots: readonly { readonly points: number; readonly expiresOn: string | null }[];
};

export type ReturnDraft = {
  readonly kind: "return";
  readonly reference: string;
  readonly orderNumber: string | null;
  readonly email: string | null;
  readonly reason: string | null;
  readonly returnedAt: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly title: string | null;
    readonly quantity: number;
    readonly unitPriceMinor: number | null;
  }[];
};

export type ConsentDraft = {
  readonly kind: "consent";
  readonly email: string;
  readonly channel: "email" | "sms" | "push";
  readonly purpose: "status" | "marketing";
  readonly granted: boolean;
  readonly source: string;
  readonly recordedAt: string;
};

export type Draft =
  | OrderDraft
  | ShipmentDraft
  | ProductDraft
  | ReviewDraft
  | SubscriptionDraft
  | LoyaltyDraft
  | ReturnDraft
  | ConsentDraft;

export type DraftKind = Draft["kind"];
