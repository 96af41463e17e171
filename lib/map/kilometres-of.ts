import { findPlace, type TownName } from "./find-place.ts";
import { kilometresBetween } from "./kilometres-between.ts";

/** How far apart two towns are along the ground, in whole kilometres; null where either is not certainly found. */
export function kilometresOf(one: TownName, other: TownName): number | null {
  const [from, to] = [findPlace(one), findPlace(other)];
  return from === null || to === null ? null : Math.round(kilometresBetween(from, to));
}
