import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoInterpolate, geoNaturalEarth1 } from "d3-geo";
import type { Spot } from "./find-place.ts";
import type { Cap } from "./near-world.ts";
import type { Detail } from "./world.ts";

type Point = [number, number];

/** How a journey is looked at: `projection` turns degrees into units of a picture that is `width` by `height`. */
export type View = {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
  readonly detail: Detail;
  /** The part of the earth that is seen; null where that is most of it. */
  readonly cap: Cap | null;
};

const EARTH_KM = 6371;
const WIDTH = 1000;
const LEAST_HEIGHT = 520;
const MOST_HEIGHT = 700;
/** Room around the journey, for the names of the towns too. */
const SIDE = 130;
const EDGE = 90;
/** What is drawn beyond the picture's edge, so that no outline of the cut is seen. */
const MARGIN = 12;
/** How far beyond what is seen d3-geo may look to find out what is land, in radians. */
const BEYOND = 0.01;
/** A journey from one town to the next is shown with its region, the longer the larger. */
const LEAST_KM = [320, 600] as const;
const TIMES = 12;
/** What is wider than this is drawn with fewer details. */
const FAR_KM = 6000;
/** A journey that reaches further from its middle is shown on a map of the world, others from above. In radians. */
const WIDE = Math.PI / 3;
/** So is one with a pole in its midst: seen from above, its south would be left, right and up. */
const ROUND_POLE = Math.PI / 6;
/** Points a leg, where the way along the ground is measured. */
const STEPS = 16;

/** The view of a journey, zoomed to it and turned so that the date line does not part it. */
export function viewOf(route: readonly Spot[]): View {
  const line = alongGround(route.map(({ lon, lat }) => [lon, lat]));
  const middle = middleOf(line);
  const reach = Math.max(...line.map((point) => geoDistance(point, middle)));
  const isRoundPole = reach > ROUND_POLE && (Math.abs(middle[1]) * Math.PI) / 180 + reach > Math.PI / 2;
  if (reach > WIDE || isRoundPole) return worldView(line);
  const [lon, lat] = middle;
  const least = within(2 * reach * EARTH_KM * TIMES, ...LEAST_KM) / EARTH_KM;
  const fit = fitted(geoAzimuthalEqualArea().rotate([-lon, -lat]), line, least);
  const acrossKm = (WIDTH / fit.projection.scale()) * EARTH_KM;
  if (acrossKm > FAR_KM) return { ...fit, detail: "110m", cap: null };
  const seen = seenFrom(middle, fit);
  fit.projection.clipAngle((seen * 180) / Math.PI);
  return { ...fit, detail: "50m", cap: { lon, lat, reach: seen + BEYOND } };
}

/** A map of the world, cut where the journey leaves the widest gap, without empty room above or below the poles. */
function worldView(line: readonly Point[]): View {
  const lons = line.map(([lon]) => lon).toSorted((one, other) => one - other);
  const gaps = lons.map((lon, index) => {
    const next = lons[index + 1] ?? (lons[0] ?? 0) + 360;
    return { size: next - lon, middle: (lon + next) / 2 };
  });
  const widest = gaps.reduce((best, gap) => (gap.size > best.size ? gap : best));
  const fit = fitted(geoNaturalEarth1().rotate([180 - widest.middle, 0]), line, 0);
  const [x, y] = fit.projection.translate();
  const pole = y - (fit.projection([widest.middle + 180, 90])?.[1] ?? 0);
  const [lowest, highest] = [fit.height - pole - EDGE / 2, pole + EDGE / 2];
  fit.projection.translate([x, lowest > highest ? fit.height / 2 : within(y, lowest, highest)]);
  return { ...fit, detail: "110m", cap: null };
}

/** At least `least` radians wide. */
function fitted(projection: GeoProjection, line: readonly Point[], least: number): Omit<View, "detail" | "cap"> {
  projection.scale(1).translate([0, 0]);
  const points = line.map((point): Point => projection(point) ?? [0, 0]);
  const [left, right] = rangeOf(points.map(([x]) => x));
  const [top, bottom] = rangeOf(points.map(([, y]) => y));
  const byWidth = Math.min(WIDTH / least, (WIDTH - 2 * SIDE) / (right - left));
  const height = Math.round(within((bottom - top) * byWidth + 2 * EDGE, LEAST_HEIGHT, MOST_HEIGHT));
  const scale = Math.min(byWidth, (height - 2 * EDGE) / (bottom - top));
  projection
    .scale(scale)
    .translate([WIDTH / 2 - ((left + right) / 2) * scale, height / 2 - ((top + bottom) / 2) * scale])
    .precision(1)
    .clipExtent([
      [-MARGIN, -MARGIN],
      [WIDTH + MARGIN, height + MARGIN],
    ]);
  return { projection, width: WIDTH, height };
}

/** How far from the middle the farthest corner of the picture is, in radians. */
function seenFrom(middle: Point, { projection, width, height }: Omit<View, "detail" | "cap">): number {
  const corners: Point[] = [-MARGIN, width + MARGIN].flatMap((x): Point[] => [
    [x, -MARGIN],
    [x, height + MARGIN],
  ]);
  const angles = corners.map((corner) => {
    const place = projection.invert?.(corner);
    return place === undefined || place === null ? Math.PI : geoDistance(place, middle);
  });
  return Math.max(...angles.map((angle) => (Number.isFinite(angle) ? angle : Math.PI)));
}

/** The way along the ground, in short steps. */
function alongGround(route: readonly Point[]): readonly Point[] {
  const steps = Array.from({ length: STEPS }, (_, step) => (step + 1) / STEPS);
  return route.flatMap((to, index) => {
    const from = route[index - 1];
    return from === undefined ? [to] : steps.map(geoInterpolate(from, to));
  });
}

/** The middle of the smallest circle around all points, near enough: a step towards the farthest, ever shorter. */
function middleOf(line: readonly Point[]): Point {
  let middle: Point = line[0] ?? [0, 0];
  for (let step = 2; step <= 40; step++) {
    const angles = line.map((point) => geoDistance(point, middle));
    const far = line[angles.indexOf(Math.max(...angles))] ?? middle;
    middle = geoInterpolate(middle, far)(1 / step);
  }
  return middle;
}

function rangeOf(values: readonly number[]): Point {
  return [Math.min(...values), Math.max(...values)];
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
