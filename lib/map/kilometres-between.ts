import { geoDistance } from "d3-geo";

const EARTH_KM = 6371;

/** How far apart two places are, along the ground. */
export function kilometresBetween(
  one: { readonly lon: number; readonly lat: number },
  other: { readonly lon: number; readonly lat: number },
): number {
  return geoDistance([one.lon, one.lat], [other.lon, other.lat]) * EARTH_KM;
}
