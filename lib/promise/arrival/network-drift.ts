import { GRID, onGrid } from "./survival-shape.ts";

/**
 * One parcel during one stretch of days: its residual at the stretch's beginning and end, whether it was delivered in it, how
 * much it counts, and the networks that carry it, the widest first (a carrier, then its part of a country).
 */
export type Exposure = {
  readonly networks: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly delivered: boolean;
  readonly weight: number;
};

/** By how much ln(delivery days + 1) is longer now than in the past: for all parcels and for each network. */
export type NetworkDrift = { readonly all: number; readonly networks: Readonly<Record<string, number>> };

const STEPS = { from: -0.6, step: 0.05, count: 33 } as const;
/** How far everything is believed to drift before anything is seen, and how far a network may stand apart from the wider one. */
const SPREAD = { all: 0.2, network: 0.1 } as const;
const SMOOTHED_CELLS = 9;
const LEAST_HAZARD = 1e-3;

export const NO_DRIFT: NetworkDrift = { all: 0, networks: {} };

/**
 * How much longer parcels take now, from those under way as much as from those that arrived: the posterior mean of a shift
 * of the survival curve, first for all, then for each network around the wider one. A mean of the last deliveries learns of a
 * slow-down only when the slow ones have come.
 */
export function networkDrift(survival: ArrayLike<number>, exposures: readonly Exposure[]): NetworkDrift {
  const cumulated = Float64Array.from({ length: GRID.cells }, (_, j) => -Math.log(survival[j] ?? 1));
  const logHazard = logHazardOf(cumulated);
  const all = new Float64Array(STEPS.count);
  const networks = new Map<string, { readonly wider: string | null; readonly likelihood: Float64Array }>();
  for (const exposure of exposures) {
    const likelihood = likelihoodOf(exposure, cumulated, logHazard);
    addTo(all, likelihood);
    exposure.networks.forEach((name, at) => {
      const network = networks.get(name) ?? {
        wider: exposure.networks[at - 1] ?? null,
        likelihood: new Float64Array(STEPS.count),
      };
      networks.set(name, network);
      addTo(network.likelihood, likelihood);
    });
  }
  const wide = posteriorMean(all, 0, SPREAD.all);
  const means = new Map<string, number>();
  for (const [name, { wider, likelihood }] of networks) {
    means.set(name, posteriorMean(likelihood, means.get(wider ?? "") ?? wide, SPREAD.network));
  }
  return { all: wide, networks: Object.fromEntries(means) };
}

/** The drift of the narrowest of these networks that had parcels of late; everybody's where none had. */
export function driftIn(drift: NetworkDrift, networks: readonly string[]): number {
  const name = networks.findLast((network) => Object.hasOwn(drift.networks, network));
  return (name === undefined ? undefined : drift.networks[name]) ?? drift.all;
}

function likelihoodOf(exposure: Exposure, cumulated: Float64Array, logHazard: Float64Array): Float64Array {
  const likelihood = new Float64Array(STEPS.count);
  for (let k = 0; k < STEPS.count; k += 1) {
    const delta = STEPS.from + k * STEPS.step;
    const passed = onGrid(cumulated, exposure.to - delta) - onGrid(cumulated, exposure.from - delta);
    const came = exposure.delivered ? onGrid(logHazard, exposure.to - delta) : 0;
    likelihood[k] = exposure.weight * (came - passed);
  }
  return likelihood;
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] ?? 0) + (values[k] ?? 0);
}

function logHazardOf(cumulated: Float64Array): Float64Array {
  const half = (SMOOTHED_CELLS - 1) / 2;
  const last = GRID.cells - 1;
  return cumulated.map((_, j) => {
    const from = Math.max(0, j - half);
    const to = Math.min(last, j + half);
    const slope = ((cumulated[to] ?? 0) - (cumulated[from] ?? 0)) / ((to - from) * GRID.step);
    return Math.log(Math.max(LEAST_HAZARD, slope));
  });
}

function posteriorMean(likelihood: Float64Array, mean: number, spread: number): number {
  const logs = likelihood.map((value, k) => value - (STEPS.from + k * STEPS.step - mean) ** 2 / (2 * spread ** 2));
  const most = logs.reduce((one, other) => Math.max(one, other));
  let sum = 0;
  let moment = 0;
  logs.forEach((log, k) => {
    const share = Math.exp(log - most);
    sum += share;
    moment += share * (STEPS.from + k * STEPS.step);
  });
  return moment / sum;
}
