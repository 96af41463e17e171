import type { Action, Reason, Responsible } from "./reason.ts";
import type { Status } from "./status.ts";

/** What an observation does to the state: only one that `moves` has a status. `unknown` is a code that no table has. */
export type Said =
  | { readonly effect: "moves"; readonly status: Status }
  | { readonly effect: "informs" | "unknown"; readonly status: null };

/**
 * A time as a carrier gave it. `localTime` is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS` as written, without offset; `instant`
 * is ISO UTC, only where the carrier gave an offset or UTC; `zone` is the place's, where the place leaves no doubt.
 */
export type When = {
  readonly localTime: string | null;
  readonly zone: string | null;
  readonly instant: string | null;
};

/** `country` is ISO 3166-1 alpha-2. */
export type Place = {
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
};

/** A window, or a point where both are equal. Each is an ISO instant, a local time or a day: see `When`. */
export type Estimate = { readonly from: string; readonly to: string };

/** When a place is open: these days of the week (1 is Monday), `HH:MM` on its own clock. */
export type OpeningHours = { readonly weekdays: readonly number[]; readonly from: string; readonly to: string };

/**
 * Where a parcel waits to be collected, as far as the carrier told: a shop, a locker, a post office; never somebody's home.
 * `until` is the last day, `YYYY-MM-DD`.
 */
export type Pickup = Place & {
  readonly name: string | null;
  readonly street: string | null;
  readonly hours: readonly OpeningHours[];
  readonly until: string | null;
};

/** What a carrier said once: a scan, or the summary of one report. */
export type Observation = Said &
  When & {
    readonly kind: "scan" | "summary";
    readonly code: string | null;
    readonly description: string | null;
    /** The carrier's own order: 0 is the oldest scan of its report; a summary comes after the scans of its report. */
    readonly reportPosition: number;
    readonly place: Place;
    readonly reason: Reason | null;
    readonly responsible: Responsible | null;
    readonly actionRequired: Action | null;
    readonly estimate: Estimate | null;
    /** An ISO instant, a local time or a day: see `When`. */
    readonly deliveredAt: string | null;
    readonly signedBy: string | null;
    readonly leftAt: string | null;
    /** Told only while the parcel waits there. */
    readonly pickup: Pickup | null;
    /** The carrier took back that the parcel was delivered: the one thing besides a return that reopens `delivered`. */
    readonly corrects: boolean;
    /** ISO instant at which we asked. It dates what the carrier left without any time. */
    readonly observedAt: string;
  };

/** An observation as a mapper makes it, before it is known when we asked. `raw` is the carrier's own words. */
export type Reported = Omit<Observation, "observedAt" | "corrects" | "effect" | "status"> &
  Said & { readonly raw: unknown };

export const NOWHERE: Place = { city: null, region: null, postalCode: null, country: null };
