import type { ProductId } from "#lib/kernel/ids.ts";

/** What the gate must know of a product. */
export type ProductFacts = {
  readonly id: ProductId;
  readonly title: string;
  /** In the merchant's own word, or what the merchant's map makes of it; null when unknown. */
  readonly category: string | null;
  /** Pieces; null when the shop does not tell. */
  readonly stock: number | null;
  readonly replenishable: boolean;
  /** Excluded by the merchant. */
  readonly hidden: boolean;
  /** Of the tenth of the shop's products that comes back most. */
  readonly mostReturned: boolean;
  readonly rating: { readonly mean: number; readonly count: number } | null;
  /** Days after which shoppers usually buy it again; null when too few did. */
  readonly usualGapDays: number | null;
};

/** A purchase that was kept, in this order or before. */
export type Purchase = { readonly product: ProductFacts; readonly daysAgo: number };

/** What the gate must know of a shopper; days are whole and counted back from today. */
export type ShopperFacts = {
  readonly consents: boolean;
  readonly heldOut: boolean;
  /** Of any of the shopper's orders: late, lost, damaged, being returned or claimed. */
  readonly openProblem: boolean;
  readonly purchases: readonly Purchase[];
  readonly returned: readonly ProductFacts[];
  readonly subscribed: ReadonlySet<ProductId>;
  readonly reviews: readonly { readonly product: ProductFacts; readonly rating: number; readonly daysAgo: number }[];
};

/** The order whose page it is; `deliveredDaysAgo` is null until every parcel of it is delivered. */
export type OrderFacts = { readonly products: readonly ProductFacts[]; readonly deliveredDaysAgo: number | null };

/** When a merchant lets recommendations appear. */
export type Timing =
  | { readonly kind: "after_delivery"; readonly days: number }
  | { readonly kind: "unless_problem" }
  | { readonly kind: "off" };

/** Two products by the merchant's hand: who bought `from` is (or is never) shown `to`. */
export type Pair = { readonly from: ProductId; readonly to: ProductId };

/** What the merchant decided. */
export type MerchantRules = {
  readonly timing: Timing;
  readonly pinned: readonly Pair[];
  readonly never: readonly Pair[];
};

/** Why a product comes into question: the page says it, the merchant reads it. */
export type Because =
  | { readonly kind: "bought"; readonly product: ProductId }
  | { readonly kind: "pinned"; readonly product: ProductId }
  | { readonly kind: "used_up"; readonly product: ProductId }
  | { readonly kind: "popular" };

/** A product that comes into question. */
export type Candidate = { readonly product: ProductFacts; readonly because: Because };

/** All that a row depends on; `candidates` are best first. */
export type GateInput = {
  readonly candidates: readonly Candidate[];
  readonly shopper: ShopperFacts;
  readonly order: OrderFacts;
  readonly rules: MerchantRules;
};
