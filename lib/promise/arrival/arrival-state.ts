import type { Curves } from "./arrival-law.ts";
import { type ArrivalParcel, type KnownParcel, knownBefore } from "./arrival-parcel.ts";
import { type ClockSpec, type DeliveryClock, deliveryClock, deliveryDays, learnedClock } from "./delivery-clock.ts";
import { type HandlingTimes, handlingTimes } from "./handling-time.ts";
import { driftIn, type Exposure, type NetworkDrift, NO_DRIFT, networkDrift } from "./network-drift.ts";
import { type RouteReader, routeCentre, routeReader } from "./route-centre.ts";
import { fittedRoutes, type Route, type RouteModel, type RouteTerms } from "./route-model.ts";
import { type ScanHabits, scanHabits } from "./scan-habits.ts";
import { arrivingShape, survivalShape } from "./survival-shape.ts";
import { windowLevel } from "./window-level.ts";

/** All that a shop has learned about its parcels, as plain JSON. `day` is the day at whose beginning it was learned. */
export type ArrivalState = {
  readonly version: 1;
  readonly fittedOn: number;
  readonly day: number;
  readonly clock: ClockSpec;
  readonly routes: RouteModel;
  readonly survival: readonly number[];
  readonly handling: HandlingTimes;
  readonly scans: ScanHabits;
  readonly drift: NetworkDrift;
  readonly windowLevel: number;
};

/** A state opened for reading; made once, asked about a hundred thousand parcels. */
export type ArrivalReader = { readonly state: ArrivalState; readonly curves: Curves; readonly routes: RouteReader };

/** Routes count half after a year, the shape after half a year. */
const HALF_LIFE = { routes: 365, shape: 180 } as const;
/** Routes are learned from parcels handed over this long ago, so that the slow ones are among them. */
const MATURE_DAYS = 30;
/** From so many parcels on nothing made up is counted along. */
const PRIOR = { parcels: 30, goneAt: 200 } as const;
const SLICE = { days: 7, count: 4, halfLife: 7, handedOverWithin: 120 } as const;
/** How far the clock reaches around the day of the state. */
const CLOCK_DAYS = { before: 900, after: 500 } as const;

/** Learns everything anew from the parcels as they were known at the beginning of `day`; once a week is often enough. */
export function learnedArrivals(
  terms: RouteTerms,
  parcels: readonly ArrivalParcel[],
  { day, holidays }: { readonly day: number; readonly holidays: readonly number[] },
): ArrivalState {
  const known = knownBefore(parcels, day);
  const arrived = known.filter(({ delivered }) => delivered);
  const spec = learnedClock(
    arrived.map(({ until }) => until),
    holidays,
  );
  const clock = deliveryClock(spec, day - CLOCK_DAYS.before, day + CLOCK_DAYS.after);
  const routes = fittedFrom(terms, clock, arrived, day);
  const reader = routeReader(routes);
  const priorParcels = PRIOR.parcels * Math.max(0, 1 - arrived.length / PRIOR.goneAt);
  const watched = known.map(({ parcel, until, delivered }) => ({
    residual: residualAt(clock, parcel, until, routeCentre(reader, parcel.route)),
    arrived: delivered,
    weight: parcel.weight * 0.5 ** ((day - parcel.handedOverAt) / HALF_LIFE.shape),
  }));
  const survival = survivalShape(watched, priorParcels);
  const habits = { handling: handlingTimes(known, clock, day), scans: scanHabits(known, clock, day) };
  const state = {
    version: 1 as const,
    fittedOn: day,
    day,
    clock: spec,
    routes,
    ...habits,
    drift: NO_DRIFT,
    windowLevel: 0.1,
  };
  return driftedArrivals(
    { ...state, survival: Array.from(survival, (value) => Math.round(value * 1e6) / 1e6) },
    parcels,
    day,
  );
}

/** Brings a learned state up to the beginning of `day`: the network's drift and the width of windows. Daily. */
export function driftedArrivals(state: ArrivalState, parcels: readonly ArrivalParcel[], day: number): ArrivalState {
  const known = knownBefore(parcels, day);
  const { curves, routes } = arrivalReader(state);
  const drift = networkDrift(curves.survival, exposuresOf(curves.clock, routes, known, day));
  return { ...state, day, drift, windowLevel: windowLevel(curves, known, day) };
}

/** Opens a stored state. */
export function arrivalReader(state: ArrivalState): ArrivalReader {
  const survival = Float64Array.from(state.survival);
  const clock = deliveryClock(state.clock, state.day - CLOCK_DAYS.before, state.day + CLOCK_DAYS.after);
  return { state, curves: { clock, survival, arriving: arrivingShape(survival) }, routes: routeReader(state.routes) };
}

/** The centre of ln(delivery days + 1) for a route now: the route's own and the network's drift. To be kept at hand-over. */
export function centreNow(reader: ArrivalReader, route: Route, networks: readonly string[]): number {
  return routeCentre(reader.routes, route) + driftIn(reader.state.drift, networks);
}

function residualAt(clock: DeliveryClock, parcel: ArrivalParcel, t: number, centre: number): number {
  return Math.log(Math.max(0, deliveryDays(clock, t) - deliveryDays(clock, parcel.handedOverAt)) + 1) - centre;
}

function fittedFrom(terms: RouteTerms, clock: DeliveryClock, arrived: readonly KnownParcel[], day: number): RouteModel {
  const mature = arrived.filter(({ parcel }) => parcel.handedOverAt < day - MATURE_DAYS);
  return fittedRoutes(
    terms,
    mature.map(({ parcel }) => parcel.route),
    {
      values: Float64Array.from(mature, ({ parcel, until }) => residualAt(clock, parcel, until, 0)),
      weights: Float64Array.from(
        mature,
        ({ parcel }) => parcel.weight * 0.5 ** ((day - parcel.handedOverAt) / HALF_LIFE.routes),
      ),
      towards: "median",
    },
  );
}

/** What each parcel of the last four weeks lived through, week by week: open parcels as well as delivered ones. */
function exposuresOf(
  clock: DeliveryClock,
  routes: RouteReader,
  known: readonly KnownParcel[],
  day: number,
): Exposure[] {
  const exposures: Exposure[] = [];
  for (const { parcel, until, delivered } of known) {
    if (parcel.handedOverAt < day - SLICE.handedOverWithin || until < day - SLICE.days * SLICE.count) continue;
    const centre = routeCentre(routes, parcel.route);
    for (let slice = 0; slice < SLICE.count; slice += 1) {
      const end = day - SLICE.days * slice;
      const from = Math.max(end - SLICE.days, parcel.handedOverAt);
      const to = Math.min(end, until);
      if (to < from || until < end - SLICE.days || parcel.handedOverAt >= end) continue;
      exposures.push({
        networks: parcel.networks,
        from: residualAt(clock, parcel, from, centre),
        to: residualAt(clock, parcel, to, centre),
        delivered: delivered && until < end,
        weight: parcel.weight * 0.5 ** ((SLICE.days * (slice + 0.5)) / SLICE.halfLife),
      });
    }
  }
  return exposures;
}
