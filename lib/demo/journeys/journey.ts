import type { Fault, PickupPoint, ScriptPlace, Step } from "#lib/carriers/sandbox/script.ts";

/**
 * When something happens to a parcel. Day 0 is the day on which the shop was loaded; `on` and `workday` are on the clock of
 * the place, and a workday is never a Sunday. `between` is somewhere between its neighbours.
 */
export type Time =
  | { readonly kind: "on" | "workday"; readonly day: number; readonly time: string }
  | { readonly kind: "shipped" | "loaded"; readonly minutes: number }
  | { readonly kind: "between" };

/** One thing that happens to a parcel. */
export type Beat = { readonly step: Step; readonly place: ScriptPlace; readonly at: Time };

/** What the carrier says of the arrival from `said` on: a day (that of `to`), or a window. */
export type Expectation = {
  readonly said: Time;
  readonly from: Time;
  readonly to: Time;
  readonly kind: "day" | "window";
};

/** What one parcel of the demo goes through, oldest first. */
export type Journey = {
  readonly destination: ScriptPlace;
  readonly beats: readonly Beat[];
  readonly expected: readonly Expectation[];
  readonly signedBy?: string;
  readonly leftAt?: string;
  /** Where it waits while it is held for pick-up. */
  readonly pickupPoint?: PickupPoint;
  /** Begins once the carrier was heard of for the first time. */
  readonly laterFault?: Fault;
};

/** Journeys by order number, one for each parcel; null where the carrier is none that the sandbox plays. */
export type Journeys = Readonly<Record<string, readonly (Journey | null)[]>>;

/** That day, at this time of the place; negative days are past. */
export function on(day: number, time: string): Time {
  return { kind: "on", day, time };
}

/** The same, but on a Sunday nobody comes: then the Saturday before for the past, else the Monday after. */
export function workday(day: number, time: string): Time {
  return { kind: "workday", day, time };
}

/** Minutes after the shop handed the parcel over; negative is before. */
export function sinceShipped(minutes: number): Time {
  return { kind: "shipped", minutes };
}

/** Minutes after the demo was loaded, which is when somebody begins to watch; negative is before. */
export function sinceLoaded(minutes: number): Time {
  return { kind: "loaded", minutes };
}

export const between: Time = { kind: "between" };
