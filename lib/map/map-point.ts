/** A place in units of the picture, from its upper left corner. */
export type MapPoint = { readonly x: number; readonly y: number };

/** How far two places are from each other in the picture. */
export function apart(one: MapPoint, other: MapPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
