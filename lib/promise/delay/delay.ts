import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Action, Reason, Responsible } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";

/** Nothing is said, "may be later" is said, or regret is said: two steps that are never mixed (product rule 6). */
export type Level = "none" | "calm" | "apology";

/** `late`: is so, or is sure enough to be said so. `none`: nothing was promised, or nobody can tell. */
export type DelayState = "on_time" | "at_risk" | "late" | "stuck" | "lost" | "none";

/** How we know. `needed_by`: only the shopper's own day is missed. `unseen`: the carrier has not answered since. */
export type DelayCause =
  | "passed"
  | "carrier_date"
  | "nearly_sure"
  | "likely"
  | "silent"
  | "unseen"
  | "carrier_says_lost"
  | "probably_lost"
  | "damaged"
  | "returning"
  | "action_needed"
  | "needed_by";

export type Severity = 0 | 1 | 2 | 3;

/** Probabilities from 0 to 1. `lostDaysAfterPromise`: silent for so long past the promise, it counts as lost whatever P(lost). */
export type Thresholds = {
  readonly atRisk: number;
  readonly nearlySure: number;
  readonly lost: number;
  readonly lostDaysAfterPromise: number;
};

/** `likelyDay` is as likely before as after the arrival. */
export type LearnedArrival = { readonly window: Window; readonly likelyDay: string };

/**
 * What is known of one parcel of an order that is not cancelled. Days are `YYYY-MM-DD` where the parcel goes. The
 * probabilities and the learned window are of a parcel that is open today: they count only while it can be seen.
 */
export type DelayFacts = {
  readonly today: string;
  /** What the carrier's last answer tells of: the days before it. Today for what is with the shop; null where none answered. */
  readonly seenUntil: string | null;
  readonly status: Status;
  readonly statusSinceDay: string | null;
  readonly handedOver: boolean;
  /** The shop handed it over, or still has it, later than its promise allowed for. */
  readonly handedOverLate: boolean;
  /** The one that the shopper was told and that stands. */
  readonly promise: Window | null;
  /** The one that an apology of this parcel was made for: a new promise mends no broken one until the parcel is there. */
  readonly broken: Window | null;
  readonly neededBy: string | null;
  /** Where the day stands. Null with `neededBy`. */
  readonly neededBySaid: "order" | "page" | null;
  /** What the page believes: the better of carrier and learned on past parcels. */
  readonly expected: { readonly window: Window; readonly source: "carrier" | "learned" | "promised" } | null;
  /** The carrier's newest word, whichever source the page believes: the shopper can read it there too. */
  readonly carrierSays: Window | null;
  /** The last day of its first word: without a later one, it has not moved its day. Null where it never named any. */
  readonly carrierSaidFirst: string | null;
  readonly learned: LearnedArrival | null;
  /** P(it arrives after the promise's last day). */
  readonly pLate: number | null;
  readonly pLateNeeded: number | null;
  readonly pLost: number | null;
  /** Days since the last scan. */
  readonly daysSilent: number | null;
  readonly silenceIsUnusual: boolean;
  /** Also where it was sent back since. */
  readonly deliveredOn: string | null;
  /** The first try at the door that failed through nobody's fault but the shopper's: not home, no access. */
  readonly triedOn: string | null;
  readonly reason: Reason | null;
  readonly responsible: Responsible | null;
  readonly actionRequired: Action | null;
  /** What was last said of this parcel; `none` once it was solved. */
  readonly before: Level;
  readonly thresholds: Thresholds;
};

export type Delay = {
  readonly state: DelayState;
  readonly level: Level;
  readonly cause: DelayCause | null;
  readonly severity: Severity;
  /** So far, or by the likely day where that is later. Null where no day was promised. */
  readonly daysLate: number | null;
  /** So far, or by the first day of the new window: less than this it will not be. */
  readonly leastDaysLate: number | null;
  readonly was: Window | null;
  /** Where it still comes: from today on. Null where it will not come as it is, or nobody tells a day. */
  readonly now: Window | null;
  readonly reason: Reason | null;
  readonly responsible: Responsible | null;
  readonly missesNeeded: boolean;
  /** It is with the shopper, or waits to be collected. */
  readonly arrived: boolean;
};
