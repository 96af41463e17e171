import type { ArrivalReader } from "./arrival-state.ts";
import { driftIn } from "./network-drift.ts";
import { type LevelPart, levelParts } from "./route-centre.ts";
import type { Route } from "./route-model.ts";

/** Why an estimate is what it is, for the merchant. */
export type ArrivalReasons = {
  /** From how many of the shop's parcels the routes were learned; `judged` while those are too few to go by alone. */
  readonly parcels: number;
  readonly judged: boolean;
  /** What is known of this route, from the widest level to the narrowest, each with its parcels. */
  readonly levels: readonly LevelPart[];
  /** The level that moves the date most; null on a route that nobody took. */
  readonly strongest: LevelPart | null;
  /** By how much longer parcels need in this network at present, as a fraction: .26 is 26 % longer. */
  readonly longerNow: number;
};

/** Below this what is shipped with Porchlight has a say. */
const ENOUGH = 100;

/** What went into the estimate of a parcel on this route. */
export function arrivalReasons(reader: ArrivalReader, route: Route, networks: readonly string[]): ArrivalReasons {
  const levels = levelParts(reader.routes, route);
  const [strongest] = [...levels].sort((one, other) => Math.abs(other.longer) - Math.abs(one.longer));
  const { parcels } = reader.state.routes;
  return {
    parcels,
    judged: parcels < ENOUGH,
    levels,
    strongest: strongest ?? null,
    longerNow: Math.expm1(driftIn(reader.state.drift, networks)),
  };
}
