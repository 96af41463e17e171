import type { JourneyScript, PickupPoint, SandboxCarrier, ScriptPlace, Step } from "./script.ts";

/** A number that was asked for: what it goes through, since when (ms since 1970), how fast, and how much had passed then. */
export type Begun = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  readonly script: JourneyScript;
  readonly startMs: number;
  readonly speed: number;
  readonly headMinutes: number;
};

/** A scan as the carrier knows it now. */
export type PlayedEvent = { readonly step: Step; readonly atMs: number; readonly place: ScriptPlace };

export type PlayedEstimate = { readonly fromMs: number; readonly toMs: number; readonly kind: "day" | "window" };

/** All that a carrier has to say of a parcel at one moment, in words of no carrier. */
export type Played = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  /** Newest first, at least one. */
  readonly events: readonly [PlayedEvent, ...PlayedEvent[]];
  /** The scan that says where the parcel is: the newest that decides it. */
  readonly current: PlayedEvent;
  readonly delivered: PlayedEvent | null;
  /** What was said of the arrival, oldest first; nothing once it cannot come any more. */
  readonly estimates: readonly PlayedEstimate[];
  readonly origin: ScriptPlace;
  readonly destination: ScriptPlace;
  readonly signedBy: string | null;
  readonly leftAt: string | null;
  /** Where it waits, or did, or would: what is known of any scan that holds it for pick-up. */
  readonly pickupPoint: PickupPoint | null;
};

const HOUR_MS = 3_600_000;
const NO_LONGER_EXPECTED: readonly Step[] = ["delivered", "refused", "lost", "return_started", "returned", "cancelled"];
const DECISIVE: readonly Step[] = ["delivered", "return_started", "returned"];
const ON_THE_WAY: readonly Step[] = ["departed", "arrived", "customs_in", "customs_out", "at_destination"];
const AT_THE_RECEIVER: readonly Step[] = [
  "at_destination",
  "out_for_delivery",
  "attempt_not_home",
  "attempt_address",
  "held_for_pickup",
  "delivered",
  "refused",
];

/** What is known of a parcel at `nowMs`; null while nothing is. Nothing in it is later than `nowMs`. */
export function playedAt(begun: Begun, nowMs: number): Played | null {
  const { script } = begun;
  const happened = (minutes: number) => instantOf(begun, minutes);
  const events = script.events
    .filter(({ atMinutes, shownAtMinutes, removedAtMinutes }) => {
      const shown = Math.max(atMinutes, shownAtMinutes ?? atMinutes);
      return happened(shown) <= nowMs && (removedAtMinutes === undefined || happened(removedAtMinutes) > nowMs);
    })
    .map(({ step, atMinutes, place }) => ({ step, atMs: happened(atMinutes), place }))
    .reverse()
    .sort((one, other) => other.atMs - one.atMs);
  const [newest, ...older] = events;
  const first = script.events[0];
  if (newest === undefined || first === undefined) return null;
  const current = currentOf(events) ?? newest;
  return {
    carrier: begun.carrier,
    number: begun.number,
    events: [newest, ...older],
    current,
    delivered: current.step === "delivered" ? current : null,
    estimates: NO_LONGER_EXPECTED.includes(current.step) ? [] : estimatesOf(begun, nowMs),
    origin: first.place,
    destination: (script.events.find(({ step }) => AT_THE_RECEIVER.includes(step)) ?? script.events.at(-1) ?? first)
      .place,
    signedBy: script.signedBy ?? null,
    leftAt: script.leftAt ?? null,
    pickupPoint: script.pickupPoint ?? null,
  };
}

/**
 * When a minute of the script is, cut to the second as carriers do. What was before the first asking passed at real pace,
 * what comes after is as much shorter as the sandbox is faster.
 */
function instantOf({ startMs, speed, headMinutes }: Begun, minutes: number): number {
  const since = minutes - headMinutes;
  return Math.floor((startMs + (since * 60_000) / (since > 0 ? speed : 1)) / 1_000) * 1_000;
}

function estimatesOf(begun: Begun, nowMs: number): readonly PlayedEstimate[] {
  return (begun.script.estimates ?? [])
    .filter(({ atMinutes }) => instantOf(begun, atMinutes) <= nowMs)
    .map(({ fromMinutes, toMinutes, kind }) => ({
      ...roundedOutwards(instantOf(begun, fromMinutes), instantOf(begun, toMinutes)),
      kind,
    }));
}

/** Carriers name quarters of an hour; where an hour passes in a minute, minutes have to do. */
function roundedOutwards(fromMs: number, toMs: number): { readonly fromMs: number; readonly toMs: number } {
  const unit = toMs - fromMs >= HOUR_MS ? HOUR_MS / 4 : 60_000;
  return { fromMs: Math.floor(fromMs / unit) * unit, toMs: Math.ceil(toMs / unit) * unit };
}

/** A scan on the way does not end a delivery, and does not hide that a parcel is on its way back. */
function currentOf(events: readonly PlayedEvent[]): PlayedEvent | undefined {
  const since = events.findIndex(({ step }) => DECISIVE.includes(step));
  const decisive = events[since];
  if (decisive === undefined) return events.find(({ step }) => step !== "note");
  if (decisive.step === "delivered") return decisive;
  return events.slice(0, since).find(({ step }) => step !== "note" && !ON_THE_WAY.includes(step)) ?? decisive;
}
