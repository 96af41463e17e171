/** What a shopper can choose when something is wrong, in the order in which it is shown. */
export const REMEDIES = ["wait", "pickup", "address", "reship", "refund", "person"] as const;
export type Remedy = (typeof REMEDIES)[number];

/** What the merchant offers at all, and from how many days late on. What will not come as it is waits for no days. */
export type RemedyRules = {
  readonly offered: Readonly<Record<Remedy, boolean>>;
  readonly reshipFromDaysLate: number;
  readonly refundFromDaysLate: number;
};

/** What the shopper chose. `accepted`, `declined` and `done` are the shop's words: somebody acted upon it. */
export type Choice = {
  readonly remedy: Remedy;
  readonly state: "waiting" | "taken_back" | "accepted" | "declined" | "done";
};
