import type { Fault, PickupPoint, ScriptPlace, Step } from "./script.ts";

/** A moment as people write it: so many days after day 0, and minutes after midnight there. Seconds are parts of a minute. */
export type Moment = { readonly day: number; readonly minutes: number };

/** One line of what happens to a parcel, on the clock of its place. `times`: how often the carrier lists it. */
export type TextEvent = {
  readonly at: Moment;
  readonly step: Step;
  readonly place: ScriptPlace;
  readonly shown: Moment | null;
  readonly removed: Moment | null;
  readonly clockZone: string | null;
  readonly times: number;
};

/**
 * What the carrier says of the arrival: a day, or a window that begins on it, on the receiver's clock; one that ends earlier
 * than it begins ends on the next day. `said` is from when on; null for from the beginning.
 */
export type TextEstimate = {
  readonly said: Moment | null;
  readonly day: number;
  readonly window: { readonly from: number; readonly to: number } | null;
};

export type TextFault = {
  readonly fault: Fault;
  readonly times: number | null;
  readonly from: Moment | null;
  readonly until: Moment | null;
};

/**
 * A journey as its text has it. A moment that belongs to no line (when something is said, when a fault begins) is that of a
 * line with the same day and time, else on the receiver's clock.
 */
export type JourneyText = {
  readonly title: string | null;
  readonly from: ScriptPlace;
  readonly to: ScriptPlace;
  readonly dayZero: string | null;
  /** When the number is first asked for; null for when the first thing happens. */
  readonly asked: Moment | null;
  readonly events: readonly TextEvent[];
  /** What another parcel of the same number went through. */
  readonly earlier: readonly TextEvent[];
  readonly expected: readonly TextEstimate[];
  readonly signedBy: string | null;
  readonly leftAt: string | null;
  readonly pickupPoint: PickupPoint | null;
  readonly fault: TextFault | null;
  readonly isListedAsReported: boolean;
  readonly pieces: number | null;
  readonly partner: { readonly carrier: string; readonly number: string } | null;
};

/** What is wrong with a line of a text; line 0 is the text as a whole. */
export type LineError = { readonly line: number; readonly message: string };

/** `line 3: ...`, or the message alone where it is about the whole. */
export function lineErrorText({ line, message }: LineError): string {
  return line === 0 ? message : `line ${line}: ${message}`;
}

/** Where something happens when its line does not say: with the sender, with the receiver, else where the parcel is. */
export function usualPlace(
  step: Step,
  { from, to, before }: { readonly from: ScriptPlace; readonly to: ScriptPlace; readonly before: ScriptPlace | null },
): ScriptPlace {
  if (WITH_SENDER.has(step)) return from;
  return WITH_RECEIVER.has(step) ? to : (before ?? from);
}

const WITH_SENDER: ReadonlySet<Step> = new Set<Step>(["label", "picked_up", "cancelled", "returned"]);
const WITH_RECEIVER: ReadonlySet<Step> = new Set<Step>([
  "at_destination",
  "out_for_delivery",
  "attempt_not_home",
  "attempt_address",
  "attempt_closed",
  "held_for_pickup",
  "in_locker",
  "delivered",
  "refused",
]);
