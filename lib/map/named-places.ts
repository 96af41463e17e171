import type { PlaceName } from "#lib/tracking/page/tracking-page.ts";
import type { ParcelMap, PlacedName } from "./map-of-parcel.ts";
import { apart } from "./map-point.ts";
import type { WantedLabel } from "./placed-labels.ts";

/** More names than this make a map hard to read on a phone. */
const MOST = 4;
/** A stop on the way is named where it is this far from the ends, in units of the picture. */
const FAR = 150;
/** How far the marks go from their places. */
const REACH = { seen: 22, stop: 10, town: 4 } as const;
/** A name that fills half the picture is none that helps. */
const LONGEST = 24;

/**
 * The places of a map that are named, most important first: where it was last seen, where it goes, where it came from, what
 * lies between; then towns around. `townText` is how the reader's language writes a town.
 */
export function namedPlaces(
  { stops, goal, end, picture }: ParcelMap,
  townText: (place: PlaceName) => string,
): readonly WantedLabel[] {
  const last = stops.at(-1);
  const ends = [...stops.slice(-1), ...(goal === null ? [] : [goal]), ...stops.slice(0, 1)];
  const named = distinct([...ends, ...farFrom(ends, stops)])
    .slice(0, MOST)
    .map(({ x, y, place }): WantedLabel => {
      const kind = end !== "earlier" && x === last?.x && y === last.y ? "seen" : "stop";
      return { x, y, kind, text: townText(place), reach: REACH[kind] };
    });
  const texts = new Set(named.map(({ text }) => text));
  const towns = picture.towns
    .filter(({ name }) => !texts.has(name))
    .map(({ x, y, name }): WantedLabel => ({ x, y, kind: "town", text: name, reach: REACH.town }));
  return [...named, ...towns].filter(({ text }) => text !== "" && text.length <= LONGEST);
}

/** The stops by how far they are from the ends, farthest first. */
function farFrom(ends: readonly PlacedName[], stops: readonly PlacedName[]): readonly PlacedName[] {
  return stops
    .map((stop) => ({ stop, off: Math.min(...ends.map((end) => apart(stop, end))) }))
    .filter(({ off }) => off > FAR)
    .toSorted((one, other) => other.off - one.off)
    .map(({ stop }) => stop);
}

function distinct(places: readonly PlacedName[]): readonly PlacedName[] {
  return places.filter((place, at) => places.findIndex((other) => apart(place, other) < REACH.stop) === at);
}
