/** The grid on which residuals u = ln(delivery days + 1) - centre are counted. */
export const GRID = { from: -3.5, step: 0.02, cells: 426 } as const;

/** Survival is never called impossible. */
const FLOOR = 1e-4;
/** A decay for those that arrive after everybody whom we know: a silent parcel's date moves away with time, without end. */
const TAIL_SHARE = 1e-4;
export const TAIL_RATE = 4;

/** How long one parcel was watched on the residual's scale, and whether it arrived then. */
export type Watched = { readonly residual: number; readonly arrived: boolean; readonly weight: number };

/** What is believed before any parcel: a log-logistic spread and a share that never comes. Judgement, not measured. */
const PRIOR = { spread: 0.22, neverComes: 0.008 } as const;

function priorSurvival(u: number): number {
  return PRIOR.neverComes + (1 - PRIOR.neverComes) / (1 + Math.exp(u / PRIOR.spread));
}

/**
 * S(u): the share still on the way at each grid point, by Kaplan and Meier (JASA 53, 1958): parcels under way count as
 * watched until now. `priorParcels` made-up parcels spread like the prior are counted along.
 */
export function survivalShape(watched: Iterable<Watched>, priorParcels: number): Float64Array {
  const arrived = new Float64Array(GRID.cells + 1);
  const left = new Float64Array(GRID.cells + 1);
  let atRisk = priorParcels;
  for (const { residual, arrived: came, weight } of watched) {
    const cell = Math.min(GRID.cells, Math.max(0, Math.ceil((residual - GRID.from) / GRID.step)));
    const into = came ? arrived : left;
    into[cell] = (into[cell] ?? 0) + weight;
    atRisk += weight;
  }
  const survival = new Float64Array(GRID.cells);
  let share = 1;
  let before = 1;
  for (let cell = 0; cell < GRID.cells; cell += 1) {
    const prior = priorSurvival(GRID.from + cell * GRID.step);
    const came = (arrived[cell] ?? 0) + priorParcels * (before - prior);
    if (atRisk > 1e-12) share *= Math.max(0, 1 - came / atRisk);
    survival[cell] = share;
    atRisk -= came + (left[cell] ?? 0);
    before = prior;
  }
  return smoothed(survival).map((value) => Math.max(FLOOR, value));
}

function smoothed(values: Float64Array): Float64Array {
  const last = values.length - 1;
  return values.map(
    (value, j) => 0.25 * (values[Math.max(0, j - 1)] ?? 1) + 0.5 * value + 0.25 * (values[Math.min(last, j + 1)] ?? 0),
  );
}

/** The same among those that arrive: the share that never comes is taken out, and the tail thins out for ever. */
export function arrivingShape(survival: ArrayLike<number>): Float64Array {
  const never = survival[GRID.cells - 1] ?? 0;
  return Float64Array.from({ length: GRID.cells }, (_, j) => {
    const u = GRID.from + j * GRID.step;
    const share = ((survival[j] ?? 0) - never) / Math.max(1e-9, 1 - never);
    return Math.max(share, TAIL_SHARE * Math.exp(-TAIL_RATE * Math.max(0, u)));
  });
}

/** A table on the grid read at u: straight between grid points, held level beyond them. */
export function onGrid(table: ArrayLike<number>, u: number): number {
  const at = (u - GRID.from) / GRID.step;
  if (at <= 0) return table[0] ?? 0;
  if (at >= GRID.cells - 1) return table[GRID.cells - 1] ?? 0;
  const cell = Math.floor(at);
  const below = table[cell] ?? 0;
  return below + (at - cell) * ((table[cell + 1] ?? 0) - below);
}

/** The u at which a falling table comes down to `share`: the grid's ends where it never does. */
export function whereFalls(table: ArrayLike<number>, share: number): number {
  if ((table[0] ?? 0) <= share) return GRID.from;
  let low = 0;
  let high = GRID.cells - 1;
  if ((table[high] ?? 0) > share) return GRID.from + high * GRID.step;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 0) > share) low = middle;
    else high = middle;
  }
  const drop = (table[low] ?? 0) - (table[high] ?? 0);
  return GRID.from + (low + (drop > 0 ? ((table[low] ?? 0) - share) / drop : 1)) * GRID.step;
}
