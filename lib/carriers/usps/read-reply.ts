import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadable, unreadableBody } from "#lib/carriers/http.ts";
import { list } from "#lib/carriers/reading.ts";
import { judged, type Outcome, told } from "#lib/carriers/tracked.ts";
import { err } from "#lib/kernel/result.ts";
import { meaningOfCategory } from "./codes.ts";
import { isFailure, verdictOf } from "./errors.ts";
import { reportOf } from "./map.ts";
import { isNumber } from "./number.ts";
import { meaningOfText } from "./phrases.ts";
import { failureSchema, parcelSchema, type UspsEvent, type UspsParcel } from "./schema.ts";

/** What a body says: of its parcels one by one, in its order, or of the whole request. */
export type ReadReply =
  | { readonly about: "parcels"; readonly parcels: readonly Tracked[] }
  | { readonly about: "request"; readonly outcome: Outcome };

/**
 * Reads a body: the list of v3r2 with found and failed items, one parcel of v3 or v3r2, or an error. Whatever the bytes,
 * there is at least one parcel or an outcome.
 */
export function readReply(body: string): ReadReply {
  const json = jsonOf(body);
  const items = list.parse(json);
  if (items !== null) {
    const parcels = items.map((item) => trackedOf(item) ?? NAMELESS);
    return parcels.every((parcel) => parcel === NAMELESS) ? failed(body) : { about: "parcels", parcels };
  }
  const tracked = trackedOf(json);
  if (tracked === null) return failed(body);
  const isParcel = tracked.trackingNumber !== null || (tracked.result.ok && tracked.result.value.found);
  return isParcel ? { about: "parcels", parcels: [tracked] } : { about: "request", outcome: tracked.result };
}

/** An item of which not even the number can be read. */
const NAMELESS = judged(null, unreadable("An item of the reply could not be read"));

function failed(body: string): ReadReply {
  return { about: "request", outcome: err(unreadableBody(body)) };
}

/**
 * Null for what has neither the form of a parcel nor of a failure, nor a number. `isBare`: a number with a status alone is a
 * parcel, too, as it is in what USPS pushes.
 */
export function trackedOf(json: unknown, isBare = false): Tracked | null {
  const parcel = parcelSchema.safeParse(json);
  if (!parcel.success) return null;
  const { trackingNumber } = parcel.data;
  if (hasHistory(parcel.data)) return told(reportOf(parcel.data));
  const failure = failureSchema.safeParse(json);
  if (failure.success && isFailure(failure.data)) return judged(trackingNumber, verdictOf(failure.data));
  if (isBare && saysWhere(parcel.data)) return told(reportOf(parcel.data));
  if (trackingNumber === null) return null;
  return parcel.data.trackingEvents?.length === 0
    ? judged(trackingNumber, "not_found")
    : { ...NAMELESS, trackingNumber };
}

/** A category, or an event of the form that USPS documents: others, too, have fields of those names. */
function hasHistory({ trackingNumber, statusCategory, trackingEvents, eventSummaries }: UspsParcel): boolean {
  const isOurs = trackingNumber !== null || meaningOfCategory(statusCategory).effect !== "unknown";
  const isEvent = (event: UspsEvent) => (event.eventType ?? event.eventTimestamp) !== null;
  const hasEvent = trackingEvents?.some(isEvent) ?? false;
  return (statusCategory !== null && isOurs) || hasEvent || (eventSummaries?.length ?? 0) > 0;
}

/** A status alone is a word that anybody uses: it counts in USPS's own words, under a number of USPS's. */
function saysWhere({ trackingNumber, status }: UspsParcel): boolean {
  return trackingNumber !== null && isNumber(trackingNumber) && meaningOfText(status).effect !== "unknown";
}
