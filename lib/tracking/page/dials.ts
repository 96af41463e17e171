/** What a shopper can be told about (product rule 11). */
export const MILESTONES = [
  "confirmed",
  "shipped",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "delayed",
  "problem",
  "pickup_ready",
  "returned",
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** `each`: at once, every time. `daily`: collected, once a day. `off`: not at all. */
export const FREQUENCIES = ["each", "daily", "off"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export type ChannelName = "email" | "sms" | "push";
export type Frequencies = Readonly<Record<Milestone, Frequency>>;

/** How a shopper wants to hear of an order. */
export type Dials = {
  /** The language that they chose on a page of ours, if any. */
  readonly language: string | null;
  /** The day by which they need the order, `YYYY-MM-DD`. */
  readonly neededBy: string | null;
  /** The channels by which the shop can reach them. */
  readonly channels: readonly { readonly name: ChannelName; readonly frequencies: Frequencies }[];
};

/** What holds until a shopper says otherwise: everything, once each. */
export const USUAL_FREQUENCIES: Frequencies = {
  confirmed: "each",
  shipped: "each",
  in_transit: "each",
  out_for_delivery: "each",
  delivered: "each",
  delayed: "each",
  problem: "each",
  pickup_ready: "each",
  returned: "each",
};
