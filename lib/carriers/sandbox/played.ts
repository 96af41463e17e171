import type { JourneyEvent, JourneyScript, PickupPoint, SandboxCarrier, ScriptPlace, Step } from "./script.ts";

/** A number that was asked for: what it goes through, since when (ms since 1970), how fast, and how much had passed then. */
export type Begun = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  readonly script: JourneyScript;
  readonly startMs: number;
  readonly speed: number;
  readonly headMinutes: number;
};

/** A scan as the carrier knows it now. `zone`: by whose clock the carrier writes it, nearly always that of its place. */
export type PlayedEvent = {
  readonly step: Step;
  readonly atMs: number;
  readonly place: ScriptPlace;
  readonly zone: string;
};

export type PlayedEstimate = { readonly fromMs: number; readonly toMs: number; readonly kind: "day" | "window" };

/** All that a carrier has to say of a parcel at one moment, in words of no carrier. */
export type Played = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  /** At least one, newest first, unless the carrier lists them as they come in. */
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
  /** Another parcel that had the same number before. */
  readonly earlier: Played | null;
  /** Parcels of the whole shipment. */
  readonly pieces: number;
  /** Who brings it to the door, and by which number, where that is another carrier. */
  readonly partner: { readonly carrier: string; readonly number: string } | null;
};

const HOUR_MS = 3_600_000;
const NO_LONGER_EXPECTED: readonly Step[] = ["delivered", "refused", "lost", "return_started", "returned", "cancelled"];
const DECISIVE: readonly Step[] = ["delivered", "return_started", "returned"];
const ON_THE_WAY: readonly Step[] = ["departed", "arrived", "customs_in", "customs_out", "at_destination", "found"];
const AT_THE_RECEIVER: readonly Step[] = [
  "at_destination",
  "out_for_delivery",
  "attempt_not_home",
  "attempt_address",
  "attempt_closed",
  "held_for_pickup",
  "in_locker",
  "delivered",
  "refused",
];
const WAITING: readonly Step[] = ["held_for_pickup", "in_locker"];

/** Whether a step says that the parcel waits to be collected. */
export function waitsForPickup(step: Step): boolean {
  return WAITING.includes(step);
}

/** What is known of a parcel at `nowMs`; null while nothing is. Nothing in it is later than `nowMs`. */
export function playedAt(begun: Begun, nowMs: number): Played | null {
  const { script } = begun;
  const earlier = earlierOf(begun, nowMs);
  const known = knownEvents(begun, script.events, nowMs);
  const [newest, ...older] = known.map(({ event }) => event);
  const first = script.events[0];
  if (newest === undefined || first === undefined) return earlier;
  const events = [newest, ...older] as const;
  const current = currentOf(events) ?? newest;
  return {
    carrier: begun.carrier,
    number: begun.number,
    events: script.listed === "as_reported" ? asReported(known, newest) : events,
    current,
    delivered: current.step === "delivered" ? current : null,
    estimates: NO_LONGER_EXPECTED.includes(current.step) ? [] : estimatesOf(begun, nowMs),
    origin: first.place,
    destination: destinationOf(script.events, first),
    signedBy: script.signedBy ?? null,
    leftAt: script.leftAt ?? null,
    pickupPoint: script.pickupPoint ?? null,
    earlier,
    pieces: script.pieces ?? 1,
    partner: script.partner ?? null,
  };
}

/** The next moment at which `playedAt` may tell something else; none while nothing more can come. */
export function nextChangeMs(begun: Begun, nowMs: number): number {
  const { events, earlier = [], estimates = [] } = begun.script;
  let next = Number.POSITIVE_INFINITY;
  const consider = (minutes: number) => {
    const atMs = instantOf(begun, minutes);
    if (atMs > nowMs && atMs < next) next = atMs;
  };
  for (const list of [events, earlier]) {
    for (const event of list) {
      consider(shownMinutes(event));
      if (event.removedAtMinutes !== undefined) consider(event.removedAtMinutes);
    }
  }
  for (const { atMinutes } of estimates) consider(atMinutes);
  return next;
}

/**
 * When a minute of the script is, cut to the second as carriers do. What was before the first asking passed at real pace,
 * what comes after is as much shorter as the sandbox is faster.
 */
export function instantOf({ startMs, speed, headMinutes }: Omit<Begun, "script">, minutes: number): number {
  const since = minutes - headMinutes;
  return Math.floor((startMs + (since * 60_000) / (since > 0 ? speed : 1)) / 1_000) * 1_000;
}

type Known = { readonly event: PlayedEvent; readonly shownMs: number };

/** Newest first; of the same moment, what the script has later. */
function knownEvents(begun: Begun, events: readonly JourneyEvent[], nowMs: number): readonly Known[] {
  const known: Known[] = [];
  for (const event of events) {
    const shownMs = instantOf(begun, shownMinutes(event));
    const { removedAtMinutes } = event;
    if (shownMs > nowMs || (removedAtMinutes !== undefined && instantOf(begun, removedAtMinutes) <= nowMs)) continue;
    const { step, place, atMinutes, clockZone } = event;
    known.push({ event: { step, atMs: instantOf(begun, atMinutes), place, zone: clockZone ?? place.zone }, shownMs });
  }
  return known.reverse().sort((one, other) => other.event.atMs - one.event.atMs);
}

function shownMinutes({ atMinutes, shownAtMinutes = atMinutes }: JourneyEvent): number {
  return Math.max(atMinutes, shownAtMinutes);
}

function asReported(known: readonly Known[], newest: PlayedEvent): Played["events"] {
  const [last = newest, ...before] = known
    .toSorted((one, other) => other.shownMs - one.shownMs)
    .map(({ event }) => event);
  return [last, ...before];
}

function earlierOf(begun: Begun, nowMs: number): Played | null {
  const { earlier } = begun.script;
  return earlier === undefined ? null : playedAt({ ...begun, script: { events: earlier } }, nowMs);
}

function destinationOf(events: readonly JourneyEvent[], first: JourneyEvent): ScriptPlace {
  return (events.find(({ step }) => AT_THE_RECEIVER.includes(step)) ?? events.at(-1) ?? first).place;
}

function estimatesOf(begun: Begun, nowMs: number): readonly PlayedEstimate[] {
  return (begun.script.estimates ?? [])
    .filter(({ atMinutes }) => instantOf(begun, atMinutes) <= nowMs)
    .map(({ fromMinutes, toMinutes, kind }) => {
      const [fromMs, toMs] = [instantOf(begun, fromMinutes), instantOf(begun, toMinutes)];
      return kind === "day" ? { fromMs, toMs, kind } : { ...roundedOutwards(fromMs, toMs), kind };
    });
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
