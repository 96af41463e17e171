import { createHash } from "node:crypto";
import type { Given } from "./given-numbers.ts";
import { AGGREGATORS, type Aggregator } from "./players.ts";
import { type Change, changesBetween } from "./push-changes.ts";
import type { Pusher } from "./push-signature.ts";
import type { PushTarget } from "./push-target.ts";
import type { SandboxState } from "./sandbox-state.ts";
import type { SandboxCarrier } from "./script.ts";

/**
 * A number that a carrier watches for somebody, from when on it tells (ms since 1970), and until when. `tellsPast`: what was
 * before is told too, once, as it stands.
 */
export type Watched = {
  readonly number: string;
  readonly sinceMs: number;
  readonly untilMs?: number;
  readonly tellsPast?: true;
};

type Parcels = Pick<SandboxState, "parcels" | "given" | "askedAbout">;

/** What has changed of one number since its receiver was told last, with what an aggregator was given of it. */
export type News = { readonly given: Given; readonly changes: readonly Change[] };

/** Whose parcel a number is for who pushes about it; null for nobody's. */
function carrierFor({ parcels }: Parcels, pusher: Pusher, number: string): SandboxCarrier | null {
  return isAggregator(pusher) ? parcels.carrierOf(number, null) : parcels.carrierOf(number, pusher);
}

/** Which numbers a target without a list is told of. `alerts`: what was subscribed to at UPS. */
export function watchedBy(state: Parcels, target: PushTarget, alerts: readonly Watched[]): readonly Watched[] {
  const { carrier: pusher, numbers, startMs } = target;
  if (numbers !== null) return [...numbers].map((number) => ({ number, sinceMs: startMs }));
  if (isAggregator(pusher)) {
    return state.given.all(pusher).map(({ number, atMs }) => ({ number, sinceMs: atMs, tellsPast: true }));
  }
  if (pusher === "ups") return alerts;
  const { mailerId } = target;
  const asked = [...state.askedAbout(pusher)].filter((number) => mailerId === null || hasMailerId(number, mailerId));
  return asked.map((number) => ({ number, sinceMs: startMs }));
}

/** A journey that nobody asked about begins when somebody wants to be told of it, not when there is something to tell. */
export function beginJourney(state: Parcels, pusher: Pusher, number: string): void {
  const carrier = carrierFor(state, pusher, number);
  if (carrier !== null) state.parcels.begin(carrier, number);
}

/** What is new of a number for a target; from now on it counts as told. Null where nothing is. */
export function newsOf(state: Parcels, target: PushTarget, watched: Watched, nowMs: number): News | null {
  const { number, sinceMs, untilMs = nowMs, tellsPast = false } = watched;
  const carrier = carrierFor(state, target.carrier, number);
  if (carrier === null) return null;
  const told = target.toldUntil.get(number);
  target.toldUntil.set(number, nowMs);
  const played = (atMs: number) => state.parcels.played(carrier, number, atMs);
  const past = tellsPast && told === undefined ? played(nowMs) : null;
  const from = Math.min(Math.max(told ?? sinceMs, sinceMs), nowMs);
  const changes =
    past === null
      ? changesBetween(played, from, Math.min(nowMs, untilMs))
      : [{ atMs: nowMs, before: null, now: past, fresh: past.events.toReversed() }];
  return changes.length === 0 ? null : { given: givenOf(state, target.carrier, number, carrier, nowMs), changes };
}

/** What is known of a number at this moment, as if it were news; null while nothing is. */
export function standingOf(state: Parcels, pusher: Pusher, number: string, nowMs: number): News | null {
  const carrier = carrierFor(state, pusher, number);
  const now = carrier === null ? null : state.parcels.played(carrier, number, nowMs);
  if (carrier === null || now === null) return null;
  const change = { atMs: nowMs, before: now, now, fresh: [now.events[0]] };
  return { given: givenOf(state, pusher, number, carrier, nowMs), changes: [change] };
}

/** What an account gave an aggregator of a number; where none did, an entry as if one had now. */
function givenOf({ given }: Parcels, pusher: Pusher, number: string, carrier: SandboxCarrier, atMs: number): Given {
  const known = isAggregator(pusher) ? given.first(pusher, carrier, number) : null;
  const id = createHash("sha256").update(`${pusher} ${carrier} ${number}`).digest("hex").slice(0, 32);
  return known ?? { id, number, carrier, atMs };
}

/** The mailer's id is in the barcode, behind the two digits of the form and the three of the service. */
function hasMailerId(number: string, mailerId: string): boolean {
  return /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{3}(\d+)$/.exec(number)?.[1]?.startsWith(mailerId) === true;
}

function isAggregator(pusher: Pusher): pusher is Aggregator {
  return AGGREGATORS.some((aggregator) => aggregator === pusher);
}
