import { type GeoProjection, geoPath } from "d3-geo";
import { type Coarseness, type Drawn, drawing } from "./drawing.ts";
import type { Spot } from "./find-place.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import type { MapPoint } from "./map-point.ts";
import { nearWorld } from "./near-world.ts";
import { type MapTown, townsAround } from "./towns-around.ts";
import { type View, viewOf } from "./view-of.ts";
import { type World, worldIn } from "./world.ts";

/** Where a parcel went. At least one stop, oldest first. */
export type Route = {
  readonly stops: readonly Spot[];
  /** Where it is bound for, as far as that is known and it is not there. */
  readonly goal: Spot | null;
};

/** A journey as a picture: SVG paths in whole units of its `width` by `height`. An empty path has nothing to show. */
export type JourneyMap = {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly borders: string;
  /** The way that it has gone, and the way that it has yet to go. */
  readonly done: string;
  readonly ahead: string;
  /** The corners of both. */
  readonly ways: readonly (readonly MapPoint[])[];
  readonly stops: readonly MapPoint[];
  readonly goal: MapPoint | null;
  /** Large towns around, where there is neither coast nor border to tell where this is. */
  readonly towns: readonly MapTown[];
};

/** Places nearer to each other than this are one on a map; all of one place is no journey. */
const SAME_KM = 10;

const OUTLINES: Coarseness = { tolerance: 2.2, smallest: 10 };
const WAYS: Coarseness = { tolerance: 0.3, smallest: 0 };
/** How round d3-geo draws a way along the ground, in units of the picture. */
const ROUND = 0.2;

/** A picture whose coasts and borders have fewer corners than this could be anywhere. */
const PLAIN = 60;

const MAPS = new Map<string, JourneyMap>();
const MOST_MAPS = 256;

/** Whether two places are one on a map. */
export function isSamePlace(one: Spot, other: Spot): boolean {
  return kilometresBetween(one, other) < SAME_KM;
}

/**
 * The map of a journey; null where it would show one place only. Drawing takes some 10 ms, so the journeys looked at most
 * recently are kept.
 */
export function journeyMapOf({ stops, goal }: Route): JourneyMap | null {
  const [first, ...others] = goal === null ? stops : [...stops, goal];
  if (first === undefined || others.every((spot) => isSamePlace(spot, first))) return null;
  const key = JSON.stringify([stops, goal]);
  const known = MAPS.get(key);
  const map = known ?? drawn({ stops, goal });
  MAPS.delete(key);
  MAPS.set(key, map);
  const [oldest] = MAPS.keys();
  if (MAPS.size > MOST_MAPS && oldest !== undefined) MAPS.delete(oldest);
  return map;
}

function drawn({ stops, goal }: Route): JourneyMap {
  const view = viewOf(goal === null ? stops : [...stops, goal]);
  const { projection, width, height } = view;
  const world = worldFor(view);
  const rings = world.land.map((polygon) => polygon.map((ring) => [...ring]));
  const land = drawnOf({ type: "MultiPolygon", coordinates: rings }, projection, OUTLINES);
  const lines = world.borders.map((line) => [...line]);
  const borders = drawnOf({ type: "MultiLineString", coordinates: lines }, projection, OUTLINES);
  const stopsAt = stops.map((spot) => pointOf(spot, projection));
  const goalAt = goal === null ? null : pointOf(goal, projection);
  const isPlain =
    [...land.corners, ...borders.corners].flat().filter((corner) => isWithin(corner, view)).length < PLAIN;
  projection.precision(ROUND);
  const done = drawnOf(wayOf(stops), projection, WAYS);
  const ahead = drawnOf(wayOf([...stops.slice(-1), ...(goal === null ? [] : [goal])]), projection, WAYS);
  return {
    width,
    height,
    land: land.text,
    borders: borders.text,
    done: done.text,
    ahead: ahead.text,
    ways: [...done.corners, ...ahead.corners].map((line) => line.map(([x, y]) => ({ x, y }))),
    stops: stopsAt,
    goal: goalAt,
    towns: isPlain ? townsAround(view, goalAt === null ? stopsAt : [...stopsAt, goalAt]) : [],
  };
}

function isWithin([x, y]: readonly [number, number], { width, height }: View): boolean {
  return x > 0 && x < width && y > 0 && y < height;
}

function worldFor({ detail, cap }: View): World {
  const world = worldIn(detail);
  return cap === null ? world : nearWorld(world, cap);
}

function drawnOf(shape: GeoJSON.Geometry, projection: GeoProjection, coarseness: Coarseness): Drawn {
  const context = drawing(coarseness);
  geoPath(projection, context)(shape);
  return context.drawn();
}

/** d3-geo draws a line between two places along the ground, the shortest way. */
function wayOf(spots: readonly Spot[]): GeoJSON.LineString {
  return { type: "LineString", coordinates: spots.map(({ lon, lat }) => [lon, lat]) };
}

function pointOf({ lon, lat }: Spot, projection: GeoProjection): MapPoint {
  const [x, y] = projection([lon, lat]) ?? [0, 0];
  return { x: Math.round(x), y: Math.round(y) };
}
