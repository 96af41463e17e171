import type { Observation, OpeningHours, Pickup, Place, Said } from "#lib/tracking/observation.ts";
import type { Action, Reason, Responsible } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { CheckFacts, TrackingHealth } from "#lib/tracking/tracking-state.ts";
import type { LeftPlace } from "./left-place.ts";

/*
 * What the shopper's page shows, as ISO strings, numbers and unions only. Days are `YYYY-MM-DD` and times `HH:MM`: the
 * order's own in the merchant's zone, a scan's as the carrier wrote them, promised and expected days and today at the
 * destination. Names, streets, postcodes, phones and tracking numbers of people are not in here: the page cannot leak them.
 */

export type Window = { readonly fromDay: string; readonly toDay: string };

/** A window of a carrier. Times stand only in a window of one day; `toTime` alone means until then. */
export type Arrival = Window & { readonly fromTime: string | null; readonly toTime: string | null };

export type DayTime = { readonly day: string; readonly time: string | null };
export type PlaceName = Omit<Place, "postalCode">;

/** How much of the order has been handed to a carrier. */
export type Handover = "none" | "some" | "all";

/** How the window stands to today: `by` when it has begun and has more days to go. */
export type Nearness = "between" | "by" | "today" | "tomorrow" | "day";

/** Who says the day. `learned`: we reckon it from deliveries before. */
export type Source = "promise" | "carrier" | "learned";

type Due = { readonly window: Window; readonly handover: Handover };

/** What is said of one parcel, or of what is still with the shop. */
export type Answer =
  | { readonly kind: "cancelled"; readonly day: string; readonly handover: Handover }
  | { readonly kind: "preparing"; readonly day: string }
  | { readonly kind: "sent"; readonly day: string | null; readonly handover: Handover }
  | {
      readonly kind: "arriving";
      readonly window: Arrival;
      readonly when: Nearness;
      readonly source: Source;
      readonly handover: Handover;
    }
  /** `window` has passed, `expected` is what the carrier says now. `seen`: we can see that it has not arrived. */
  | (Due & { readonly kind: "overdue"; readonly expected: Arrival | null; readonly seen: boolean })
  /** Later than was said, and `window` is what is believed now. `calm`: it may be. `sorry`: it is or will be; `isOver`: the day has passed. */
  | {
      readonly kind: "delayed";
      readonly tone: "calm" | "sorry";
      readonly window: Window;
      readonly isOver: boolean;
      readonly handover: Handover;
    }
  /** Today; `window` where its hours are known. */
  | { readonly kind: "out_for_delivery"; readonly window: Arrival | null }
  /** On its way with no day that anyone has told. */
  | { readonly kind: "moving"; readonly status: "info_received" | "picked_up" | "in_transit" | "customs" }
  | { readonly kind: "held"; readonly window: Arrival | null; readonly source: Source; readonly reason: Reason | null }
  | { readonly kind: "attempt_failed"; readonly day: string | null; readonly again: Arrival | null }
  /** `untilDay` is the last day, where the carrier told one that has not passed; `name` the shop's or locker's. */
  | {
      readonly kind: "available_for_pickup";
      readonly place: PlaceName | null;
      readonly name: string | null;
      readonly untilDay: string | null;
    }
  | { readonly kind: "delivered"; readonly day: string | null; readonly isToday: boolean }
  /** What was sent has arrived, the rest is still with the shop and nobody told a day for it. */
  | { readonly kind: "partly_delivered"; readonly day: string | null }
  | { readonly kind: "lost" | "returning" }
  /** `stopped`: the carrier cancelled the parcel. `expired`: no news for 30 days. */
  | { readonly kind: "returned" | "stopped" | "expired"; readonly day: string | null };

export type StepName =
  | "ordered"
  | "packed"
  | "sent"
  | "under_way"
  | "customs"
  | "held"
  | "silent"
  | "out_for_delivery"
  | "tried"
  | "pickup"
  | "collected"
  | "here"
  | "lost"
  | "turned_back"
  | "back"
  | "cancelled";

/** `trouble` is where a parcel stands when it is not simply on its way. */
export type Step = {
  readonly name: StepName;
  readonly state: "done" | "current" | "trouble" | "later";
  readonly day: string | null;
};

/** Where the shopper learns to use a thing. */
export type Guides = { readonly setup?: string; readonly care?: string; readonly film?: string };

export type Item = {
  readonly position: number;
  readonly title: string;
  /** Null where the source does not say how many of the line are in this parcel. */
  readonly quantity: number | null;
  readonly picturePath: string | null;
  readonly pageUrl: string | null;
  readonly guides: Guides;
};

/** One scan. `carrierText` is the carrier's own words, without names of people. */
export type JourneyEntry = Said & {
  readonly time: string | null;
  readonly place: PlaceName | null;
  readonly carrierText: string | null;
  readonly reason: Reason | null;
};

/** Newest first. A journey over the date line can come to the same day twice. */
export type JourneyDay = { readonly day: string; readonly entries: readonly JourneyEntry[] };

export type Parcel = {
  /** 1-based, in the order in which they were handed over. */
  readonly number: number;
  readonly carrierName: string;
  readonly handedOverOn: string | null;
  /** No scan yet, which is usual: handed over at most a day and a half ago. */
  readonly isNew: boolean;
  /** The clock of where the parcel goes, and the day that it is there. */
  readonly zone: string;
  readonly today: string;
  readonly items: readonly Item[];
  readonly answer: Answer;
  readonly status: Status;
  /** When and where the scan that decided the status was made, on the clock of the place. */
  readonly since: DayTime | null;
  readonly place: PlaceName | null;
  /** The carrier's word on the arrival, and what it said before, oldest first. */
  readonly expected: Arrival | null;
  readonly expectedBefore: readonly Arrival[];
  readonly reason: Reason | null;
  readonly responsible: Responsible | null;
  readonly actionRequired: Action | null;
  readonly delivery: Delivered | null;
  /** Only while it waits there, and only where the carrier tells more than the town. */
  readonly pickup: PickupPlace | null;
  readonly health: TrackingHealth;
  /** ISO instant at which the carrier last answered. */
  readonly checkedAt: string | null;
  /** What the last answer tells of: the days before it. */
  readonly seenUntil: string | null;
  /** False when nobody asks the carrier about it any more. */
  readonly isAsked: boolean;
  /** What is stale is so since the carrier does not answer, not since we did not ask. */
  readonly isSilent: boolean;
  /** When looking at it again is worth while, in milliseconds; null when it is not. */
  readonly lookMs: number | null;
  /** Newest first. */
  readonly journey: readonly JourneyDay[];
};

/** `signedBy` is a first letter only and `leftAt` our own word, since carriers write names and streets (product rule 15). */
export type Delivered = {
  readonly at: DayTime | null;
  readonly signedBy: string | null;
  readonly leftAt: LeftPlace | null;
};

/** A shop, a locker or a post office, in the carrier's words. */
export type PickupPlace = Omit<Pickup, "until"> & {
  /** Empty where the carrier tells none. */
  readonly hours: readonly OpeningHours[];
  /** The last day on which it can be collected. */
  readonly untilDay: string | null;
  /** Days from today to that day: 0 is today, less than 0 is over. */
  readonly daysLeft: number | null;
};

/** How well we see what a carrier has not finished yet; one a carrier. */
export type Freshness = Pick<Parcel, "carrierName" | "health" | "checkedAt" | "isAsked" | "isSilent">;

/** The day by which a shopper needs the order, and how it looks for that. `passed`: it is over, and something is still to come. */
export type Needed = { readonly day: string; readonly outlook: "inTime" | "tight" | "unknown" | "passed" };

export type TrackingPage = {
  readonly orderNumber: string;
  readonly placedOn: string;
  /** The day that it is where the parcel of the answer goes, else where the order goes. */
  readonly today: string;
  /** ISO instant at which all of this was true. */
  readonly at: string;
  readonly answer: Answer;
  /** The number of the parcel that the answer is about; null when it is about the order or what is still with the shop. */
  readonly answerParcel: number | null;
  readonly promise: Window | null;
  /** The promise before the present one, when it moved. */
  readonly promisedBefore: Window | null;
  /** The shopper's own day, while something is still to come. */
  readonly needed: Needed | null;
  readonly steps: readonly Step[];
  /** The one in trouble first. */
  readonly parcels: readonly Parcel[];
  /** What is in no parcel yet. */
  readonly waiting: readonly Item[];
  readonly shipTo: {
    readonly initial: string | null;
    readonly city: string | null;
    readonly region: string | null;
    readonly country: string | null;
    /** The whole address can be proved by its postcode; many countries have none. */
    readonly hasPostcode: boolean;
  };
  readonly freshness: readonly Freshness[];
  /** When looking at the carriers again is worth while; null when there is nothing left to see. */
  readonly nextLookMs: number | null;
  /** Another text whenever anything on the page differs, besides the time at which it was looked at. */
  readonly version: string;
};

/** What is stored of one order, as the page needs it. Instants are ISO with an offset. */
export type OrderRecord = {
  readonly number: string;
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  /** The day by which the shopper says that it is needed. */
  readonly neededBy?: string | null;
  readonly shipName: string | null;
  readonly shipCity: string | null;
  /** The state or province, where the source has one. */
  readonly shipRegion?: string | null;
  readonly shipCountry: string | null;
  readonly hasPostcode?: boolean;
  readonly lines: readonly LineRecord[];
  /** In the order in which they were handed over. */
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
  readonly guides?: Guides;
};

export type ParcelRecord = {
  readonly carrier: string;
  readonly shippedAt: string | null;
  readonly items: readonly { readonly position: number; readonly quantity: number | null }[];
  readonly observations: readonly Observation[];
  readonly check: CheckFacts;
};
