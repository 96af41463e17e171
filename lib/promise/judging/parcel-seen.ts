import { countedMoves, type Move } from "#lib/tracking/counted-moves.ts";
import type { Observation, Place } from "#lib/tracking/observation.ts";
import { datedObservations } from "#lib/tracking/order-observations.ts";
import { arrivalOf, dayTimeOf, dayTimeOfScan } from "#lib/tracking/page/local-times.ts";
import type { Action, Reason, Responsible } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { TrackingState } from "#lib/tracking/tracking-state.ts";
import { longestSilence } from "./last-news.ts";
import { localDay } from "./local-moment.ts";

/**
 * What a carrier told of a parcel, as far as its promise is judged by it: kept, so that it can be judged anew without reading
 * its scans. Instants are whole seconds in milliseconds since 1970, days `YYYY-MM-DD` where the parcel goes (`zone`).
 */
export type ParcelSeen = {
  readonly zone: string;
  readonly isOpen: boolean;
  readonly handedOverMs: number | null;
  readonly arrivedMs: number | null;
  readonly arrivedOn: string | null;
  /** After it nobody knows what became of it: sent back, lost, forgotten by the carrier. */
  readonly watchedUntilMs: number | null;
  readonly outForDeliveryMs: number | null;
  readonly silentFromMs: number | null;
  readonly silentToMs: number | null;
  readonly statusSince: string | null;
  readonly triedOn: string | null;
  readonly carrierFrom: string | null;
  readonly carrierTo: string | null;
  readonly carrierFirstTo: string | null;
  readonly reason: Reason | null;
  readonly responsible: Responsible | null;
  readonly actionRequired: Action | null;
  /** Where the carrier took it over: the town, the country (ISO 3166 alpha-2), and how far that is from where it goes. */
  readonly fromTown: string | null;
  readonly fromCountry: string | null;
  readonly km: number | null;
};

/** In none of these has the carrier it, for all that is told. */
export const NOT_HANDED_OVER: ReadonlySet<Status> = new Set(["pending", "info_received", "cancelled", "expired"]);
const ARRIVED: ReadonlySet<Status> = new Set(["delivered", "available_for_pickup"]);
/** What was there stays so when it is sent back; a parcel that goes on its way again was not. */
export const STAYS_ARRIVED: ReadonlySet<Status> = new Set([
  "delivered",
  "available_for_pickup",
  "returning",
  "returned",
]);
const CLOSED: ReadonlySet<Status> = new Set(["delivered", "returned", "cancelled", "lost"]);
const UNWATCHED: ReadonlySet<Status> = new Set(["returning", "returned", "cancelled", "lost", "expired"]);

/** Where a parcel goes: the zone of its days, and how many kilometres a place is from there, if both can be found. */
export type Destination = { readonly zone: string; readonly kmFrom: (place: Place) => number | null };

/** What the observations of a parcel, folded to `state`, tell of its promise. */
export function parcelSeen(
  observations: readonly Observation[],
  state: TrackingState,
  { zone, kmFrom }: Destination,
): ParcelSeen {
  const ordered = datedObservations(observations);
  const moves = countedMoves(ordered);
  const handedOver = moves.find(({ status }) => !NOT_HANDED_OVER.has(status));
  const handedOverMs = secondsOf(handedOver);
  const arrival = STAYS_ARRIVED.has(state.status) ? moves.find(({ status }) => ARRIVED.has(status)) : undefined;
  const arrivedMs = secondsOf(arrival);
  const silence = handedOverMs === null || arrivedMs === null ? null : longestSilence(ordered, handedOverMs, arrivedMs);
  return {
    zone,
    isOpen: !CLOSED.has(state.status),
    handedOverMs,
    arrivedMs,
    arrivedOn: arrival === undefined ? null : arrivedOn(arrival, state, zone),
    watchedUntilMs: UNWATCHED.has(state.status) ? (secondsOf(moves.at(-1)) ?? null) : null,
    outForDeliveryMs: secondsOf(moves.findLast(({ status }) => status === "out_for_delivery")),
    silentFromMs: silence?.fromMs ?? null,
    silentToMs: silence?.toMs ?? null,
    statusSince: state.since === null ? null : (dayTimeOfScan(state.since, zone)?.day ?? null),
    triedOn: triedOn(moves, zone),
    ...carrierWords(state, zone),
    reason: state.reason,
    responsible: state.responsible,
    actionRequired: state.actionRequired,
    ...originOf(handedOver, kmFrom),
  };
}

function originOf(handedOver: Move | undefined, kmFrom: Destination["kmFrom"]) {
  const place = handedOver?.dated.observation.place;
  if (place === undefined || place.country === null) return { fromTown: null, fromCountry: null, km: null };
  return { fromTown: place.city, fromCountry: place.country.trim().toUpperCase(), km: kmFrom(place) };
}

function secondsOf(move: Move | undefined): number | null {
  return move === undefined ? null : Math.floor(move.dated.at / 1000) * 1000;
}

/** The carrier's own word on the day where it gave one of a delivery; what waited to be collected had come before that. */
function arrivedOn({ status, dated }: Move, { delivery }: TrackingState, zone: string): string {
  const own = dayTimeOfScan(dated.observation, zone)?.day;
  if (own !== undefined || status !== "delivered" || delivery === null || delivery.at === null)
    return own ?? localDay(dated.at, zone);
  return dayTimeOf(delivery.at, zone).day;
}

/** Nobody was at home, or nobody could come in: through nobody's fault but the shopper's. */
function triedOn(moves: readonly Move[], zone: string): string | null {
  const tried = moves.find(
    ({ status, dated }) => status === "attempt_failed" && dated.observation.responsible === "shopper",
  );
  if (tried === undefined) return null;
  return dayTimeOfScan(tried.dated.observation, zone)?.day ?? localDay(tried.dated.at, zone);
}

function carrierWords({ estimate, estimatesBefore }: TrackingState, zone: string) {
  const now = estimate === null ? null : arrivalOf(estimate, zone);
  const first = estimatesBefore[0] ?? estimate;
  return {
    carrierFrom: now?.fromDay ?? null,
    carrierTo: now?.toDay ?? null,
    carrierFirstTo: first === null ? null : arrivalOf(first, zone).toDay,
  };
}
