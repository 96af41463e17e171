/*
 * What the shopper's page shows, as ISO strings, numbers and unions only. Days are `YYYY-MM-DD` in the merchant's zone,
 * promised days are days at the destination. Names, streets and phones are not in here: the page cannot leak them.
 */

export type Window = { readonly fromDay: string; readonly toDay: string };

/** How much of the order has been handed to a carrier. */
export type Handover = "none" | "some" | "all";

/** How the window stands to today: `by` when it has begun and has more days to go. */
export type Nearness = "between" | "by" | "today" | "tomorrow" | "day";

/** The one sentence at the top. */
export type Answer =
  | { readonly kind: "cancelled"; readonly day: string; readonly handover: Handover }
  | { readonly kind: "arriving"; readonly window: Window; readonly when: Nearness; readonly handover: Handover }
  | { readonly kind: "overdue"; readonly window: Window; readonly handover: Handover }
  | { readonly kind: "sent"; readonly day: string | null; readonly handover: Handover }
  | { readonly kind: "preparing"; readonly day: string };

export type StepName = "ordered" | "sent" | "under_way" | "here" | "cancelled";
export type Step = {
  readonly name: StepName;
  readonly state: "done" | "current" | "later";
  readonly day: string | null;
};

export type Item = {
  readonly position: number;
  readonly title: string;
  /** Null where the source does not say how many of the line are in this parcel. */
  readonly quantity: number | null;
  readonly picturePath: string | null;
  readonly pageUrl: string | null;
};

export type Parcel = {
  /** 1-based, in the order in which they were handed over. */
  readonly number: number;
  readonly carrierName: string;
  readonly handedOverOn: string | null;
  readonly items: readonly Item[];
};

export type TrackingPage = {
  readonly orderNumber: string;
  readonly placedOn: string;
  readonly today: string;
  readonly answer: Answer;
  /** The promise before the present one, when it moved. */
  readonly promisedBefore: Window | null;
  readonly steps: readonly Step[];
  readonly parcels: readonly Parcel[];
  /** What is in no parcel yet. */
  readonly waiting: readonly Item[];
  readonly shipTo: { readonly initial: string | null; readonly city: string | null; readonly country: string | null };
};

/** What is stored of one order, as the page needs it. Instants are ISO with an offset. */
export type OrderRecord = {
  readonly number: string;
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly shipName: string | null;
  readonly shipCity: string | null;
  readonly shipCountry: string | null;
  readonly lines: readonly LineRecord[];
  readonly parcels: readonly ParcelRecord[];
  /** Oldest first. */
  readonly promises: readonly Window[];
};

export type LineRecord = {
  readonly position: number;
  readonly title: string;
  readonly quantity: number;
  readonly requiresShipping: boolean;
  readonly picturePath: string | null;
  readonly pageUrl: string | null;
};

export type ParcelRecord = {
  readonly carrier: string;
  readonly shippedAt: string | null;
  readonly items: readonly { readonly position: number; readonly quantity: number | null }[];
};
