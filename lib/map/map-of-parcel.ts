import { assertNever } from "#lib/kernel/assert-never.ts";
import type { JourneyEntry, Parcel, PlaceName, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Status } from "#lib/tracking/status.ts";
import { findPlace, type Spot } from "./find-place.ts";
import { foldedName } from "./folded-name.ts";
import { isSamePlace, type JourneyMap, journeyMapOf } from "./journey-map-of.ts";
import type { MapPoint } from "./map-point.ts";

/** A place on a map, as the carrier or the shop wrote it. */
export type PlacedName = MapPoint & { readonly place: PlaceName };

/** The map of a parcel's way. */
export type ParcelMap = {
  readonly picture: JourneyMap;
  /** Where it was scanned, oldest first; at least one. */
  readonly stops: readonly PlacedName[];
  /** Where it goes, as long as it is on its way there. */
  readonly goal: PlacedName | null;
  /** What the last stop is: where it arrived, where it was last seen, or an earlier place since that one is not known to us. */
  readonly end: "arrived" | "seen" | "earlier";
  /** The country that it goes to. */
  readonly home: string | null;
};

type Found = { readonly place: PlaceName; readonly spot: Spot };

/**
 * The map of a parcel's way, from its scans to where the order goes; null where fewer than two places of it are known. Places
 * that are not certain are left out, and scans that only inform, since carriers write them from their desks.
 */
export function mapOfParcel(
  { journey, status, place }: Pick<Parcel, "journey" | "status" | "place">,
  {
    city,
    region = null,
    country,
  }: Pick<TrackingPage["shipTo"], "city" | "country"> & { readonly region?: string | null },
): ParcelMap | null {
  const entries = journey.flatMap((day) => day.entries).filter(isMovement);
  const told = sinceDeciding(entries, status, place).flatMap((entry) => (entry.place === null ? [] : [entry.place]));
  const found = told.map(foundOf);
  const stops = withoutRepeats(found.flatMap((one) => (one === null ? [] : [one])).toReversed());
  const goal = isBound(status) ? goalOf({ city, region, country }, stops) : null;
  const picture = journeyMapOf({ stops: stops.map(({ spot }) => spot), goal: goal?.spot ?? null });
  if (picture === null || stops.length === 0) return null;
  return {
    picture,
    stops: stops.flatMap((stop, index) => placed(stop, picture.stops[index])),
    goal: goal === null ? null : (placed(goal, picture.goal)[0] ?? null),
    end: endOf(found[0] ?? null, status),
    home: country,
  };
}

function endOf(newest: Found | null, status: Status): ParcelMap["end"] {
  if (newest === null) return "earlier";
  return status === "delivered" ? "arrived" : "seen";
}

/** A label is printed at a desk, and what only informs may be written anywhere. */
function isMovement({ effect, status }: JourneyEntry): boolean {
  return effect === "moves" && status !== "info_received" && status !== "pending";
}

/** Newest first, without scans after the one that decided where the parcel is: late ones do not take it back. */
function sinceDeciding(
  entries: readonly JourneyEntry[],
  status: Status,
  place: PlaceName | null,
): readonly JourneyEntry[] {
  const written = JSON.stringify(place);
  const deciding = entries.findIndex((entry) => entry.status === status && JSON.stringify(entry.place) === written);
  return entries.slice(Math.max(deciding, 0));
}

function foundOf(place: PlaceName): Found | null {
  const spot = findPlace(place);
  return spot === null ? null : { place, spot };
}

/** Places that are one on the map are told by the name of the latest. */
function withoutRepeats(found: readonly Found[]): readonly Found[] {
  return found.filter((one, at) => {
    const next = found[at + 1];
    return next === undefined || !isSamePlace(one.spot, next.spot);
  });
}

/** The order's town; where its name alone does not tell which, the town of the name in which the parcel was. Null when it is there. */
function goalOf(place: PlaceName, stops: readonly Found[]): Found | null {
  const name = foldedName(place.city ?? "");
  const namesake = stops.find(
    (stop) => stop.place.country === place.country && foldedName(stop.place.city ?? "") === name,
  );
  const spot = findPlace(place) ?? namesake?.spot ?? null;
  const last = stops.at(-1);
  if (spot === null || (last !== undefined && isSamePlace(last.spot, spot))) return null;
  return { place, spot };
}

function placed({ place }: Found, point: MapPoint | null | undefined): readonly PlacedName[] {
  return point === null || point === undefined ? [] : [{ ...point, place }];
}

/** Whether a parcel still goes to where the order goes. */
function isBound(status: Status): boolean {
  switch (status) {
    case "pending":
    case "info_received":
    case "picked_up":
    case "in_transit":
    case "customs":
    case "out_for_delivery":
    case "attempt_failed":
    case "exception":
      return true;
    case "available_for_pickup":
    case "delivered":
    case "lost":
    case "returning":
    case "returned":
    case "cancelled":
    case "expired":
      return false;
    default:
      return assertNever(status);
  }
}
