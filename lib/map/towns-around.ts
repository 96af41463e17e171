import { largeCities } from "./city-records.ts";
import { apart, type MapPoint } from "./map-point.ts";
import type { View } from "./view-of.ts";

/** A town that the parcel does not come through, by the name that GeoNames has. */
export type MapTown = MapPoint & { readonly name: string };

const MOST = 4;
/** How far such a town is from the others, from the way's marks and from the edge, in units of the picture. */
const APART = 130;
const BESIDE = 40;
const EDGE = 50;

/** The largest towns in view, as far as there is room: they tell where a journey across a plain is. */
export function townsAround({ projection, width, height }: View, marks: readonly MapPoint[]): readonly MapTown[] {
  const towns: MapTown[] = [];
  for (const { lon, lat, name } of largeCities()) {
    const [x, y] = projection([lon, lat]) ?? [Number.NaN, Number.NaN];
    const town = { x: Math.round(x), y: Math.round(y), name };
    const isInView = x > EDGE && x < width - EDGE && y > EDGE && y < height - EDGE;
    if (!isInView || marks.some((mark) => apart(mark, town) < BESIDE)) continue;
    if (towns.every((other) => apart(other, town) > APART)) towns.push(town);
    if (towns.length === MOST) break;
  }
  return towns;
}
