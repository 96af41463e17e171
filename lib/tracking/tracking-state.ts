import type { Estimate, Pickup, Place, When } from "./observation.ts";
import type { Action, Reason, Responsible } from "./reason.ts";
import type { Status } from "./status.ts";

/** How well we can see a parcel. It never changes where the parcel is said to be. */
export const HEALTHS = [
  "ok",
  "stale",
  "unsupported_carrier",
  "invalid_number",
  "credentials_refused",
  "quota_spent",
] as const;
export type TrackingHealth = (typeof HEALTHS)[number];

/** Why a carrier gave no answer. `rejected`: it declined in words that no table has. */
export const CHECK_PROBLEMS = [
  "invalid_number",
  "credentials_refused",
  "forbidden",
  "quota_spent",
  "outage",
  "unreadable",
  "rejected",
] as const;
export type CheckProblem = (typeof CHECK_PROBLEMS)[number];

/** What we know of our asking, apart from what was answered. Instants are ISO. */
export type CheckFacts = {
  /** An account of the merchant answers for this carrier. */
  readonly supported: boolean;
  /** When the carrier last answered, "not found" included. */
  readonly checkedAt: string | null;
  /** Set while the latest tries failed; `since` is the first of them. */
  readonly problem: { readonly kind: CheckProblem; readonly since: string } | null;
  /** How many times more often than real carriers this one is asked; 1 unless it is the sandbox's. */
  readonly pace?: number;
  /** False when nobody asks about this parcel any more: it is finished, or too old for news. True unless said otherwise. */
  readonly isScheduled?: boolean;
  /** The carrier pushes news of it, so that it is asked seldom. */
  readonly isPushed?: boolean;
};

export type Milestone = { readonly status: Status; readonly when: When };

export type Delivery = {
  /** An ISO instant, a local time or a day; null where the carrier gave none. */
  readonly at: string | null;
  readonly signedBy: string | null;
  readonly leftAt: string | null;
};

/** Everything that follows from a parcel's observations at one moment. */
export type TrackingState = {
  readonly status: Status;
  /** When and where the observation that decided the status was made; null while there is none. */
  readonly since: When | null;
  readonly place: Place | null;
  /** The carrier's newest word on the arrival, and those before it, oldest first, without repetitions. */
  readonly estimate: Estimate | null;
  readonly estimatesBefore: readonly Estimate[];
  readonly reason: Reason | null;
  readonly responsible: Responsible | null;
  readonly actionRequired: Action | null;
  /** Set once the parcel counts as delivered. */
  readonly delivery: Delivery | null;
  /** Where and until when it can be collected; only while it waits there, and only where the carrier tells more than a town. */
  readonly pickup: Pickup | null;
  /** When each status was first reached, in that order. */
  readonly milestones: readonly Milestone[];
  readonly health: TrackingHealth;
  readonly checkedAt: string | null;
};
