import { priorCentre, type Route, type RouteModel } from "./route-model.ts";

/** A model opened for reading: the same effects in maps. */
export type RouteReader = {
  readonly model: RouteModel;
  readonly levels: readonly ReadonlyMap<string, readonly [effect: number, parcels: number]>[];
};

/** Opens a stored model; a level named like a property of every object is no trap. */
export function routeReader(model: RouteModel): RouteReader {
  return { model, levels: model.levels.map((levels) => new Map(Object.entries(levels))) };
}

/** The middle of ln(delivery days + 1) on this route, before the network's drift. */
export function routeCentre({ model, levels }: RouteReader, route: Route): number {
  let centre = priorCentre(model.terms, route) + model.intercept;
  model.numerics.forEach(({ mean, scale, coefficient }, k) => {
    const value = route.numerics[k] ?? model.terms.numerics[k]?.usual ?? mean;
    centre += (coefficient * (value - mean)) / scale;
  });
  levels.forEach((level, k) => {
    centre += level.get(route.levels[k] ?? "")?.[0] ?? 0;
  });
  return centre;
}

/** One level's part in a parcel's date: how much longer parcels take there, as a fraction, and from how many it was learned. */
export type LevelPart = {
  readonly name: string;
  readonly level: string;
  readonly parcels: number;
  readonly longer: number;
};

/** The levels of this route that were learned, in the order of the terms; none for a route that nobody took. */
export function levelParts({ model, levels }: RouteReader, route: Route): readonly LevelPart[] {
  return levels.flatMap((known, k) => {
    const level = route.levels[k] ?? null;
    const found = level === null ? undefined : known.get(level);
    const name = model.terms.levels[k]?.name;
    if (level === null || found === undefined || name === undefined) return [];
    return [{ name, level, parcels: found[1], longer: Math.expm1(found[0]) }];
  });
}
