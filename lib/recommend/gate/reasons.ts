/** Why a whole row stays away, the weightiest first: the first that holds is the one that is told. */
export const ROW_REASONS = [
  /** The merchant shows no recommendations. */
  "off",
  /** The shopper did not agree to be recommended anything. */
  "no_consent",
  /** Something is wrong with this or another order of the shopper: nothing is sold meanwhile. */
  "open_problem",
  /** The shopper was unhappy with a product not long ago: a person gets in touch, no offer does. */
  "bad_review",
  /** The merchant waits for delivery; the page helps instead. */
  "not_delivered",
  /** Delivered, but not as many days ago as the merchant waits. */
  "too_soon",
  /** One of the shoppers who see none, so that what the row brings can be measured. */
  "hold_out",
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Why one product is not shown, the weightiest first. */
export const PRODUCT_REASONS = [
  "hidden",
  /** A fee or a correction that stands on invoices among the goods. */
  "not_goods",
  "never_pair",
  "out_of_stock",
  "subscribed",
  "returned",
  "like_returned",
  "rated_badly",
  "most_returned",
  "poorly_rated",
  /** In this order or an earlier one, and not a thing that is used up. */
  "owned",
  /** Used up, but by its rhythm not yet. */
  "not_due",
  /** More of what was just bought, or of what it would be offered for. */
  "same_category",
  /** Like one that is shown already: not four gloves. */
  "too_alike",
  /** The row was full. */
  "no_room",
] as const;
export type ProductReason = (typeof PRODUCT_REASONS)[number];
