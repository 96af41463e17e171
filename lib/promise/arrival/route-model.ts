import { fitted, ridge, type SparseRows } from "./ridge.ts";

/**
 * What a shop's routes are described by. A numeric term has the coefficient that is believed before any parcel (`prior`, per
 * unit) and the value taken where it is unknown; it is standardised before the penalty counts. A categorical level is drawn to
 * 0 by n / (n + penalty), and gets an effect from `least` parcels on.
 */
export type RouteTerms = {
  readonly intercept: { readonly prior: number; readonly penalty: number };
  readonly numerics: readonly NumericTerm[];
  readonly levels: readonly LevelTerm[];
};
type NumericTerm = { readonly name: string; readonly penalty: number; readonly prior: number; readonly usual: number };
type LevelTerm = { readonly name: string; readonly penalty: number; readonly least: number };

/** One parcel's route, in the order of the terms; null where it is unknown. */
export type Route = { readonly numerics: readonly (number | null)[]; readonly levels: readonly (string | null)[] };

/** The fitted effects: plain JSON. A level's entry is its effect and how many parcels it was learned from. */
export type RouteModel = {
  readonly terms: RouteTerms;
  readonly intercept: number;
  readonly numerics: readonly { readonly mean: number; readonly scale: number; readonly coefficient: number }[];
  readonly levels: readonly Readonly<Record<string, readonly [effect: number, parcels: number]>>[];
  readonly parcels: number;
};

/** More columns than this cost more seconds a week than they bring days; the rarest levels go first. */
const MOST_COLUMNS = 1200;
/** Reweighting passes after the first: they move the fit from the mean to the median. */
const PASSES = 3;
const TYPICAL_RESIDUAL = 0.4;
const LEAST_RESIDUAL = 0.25;

/** What is believed before any parcel. */
export function priorCentre(terms: RouteTerms, route: Route): number {
  return terms.numerics.reduce(
    (sum, term, k) => sum + term.prior * (route.numerics[k] ?? term.usual),
    terms.intercept.prior,
  );
}

/** What is fitted: a value and a weight for each route (decayed with age by the caller), and what the fit is drawn to. */
type Target = { readonly values: Float64Array; readonly weights: Float64Array; readonly towards: "median" | "mean" };

/**
 * Fits values (the logarithm of transit) on the routes by a ridge. Towards the median, some passes weigh large residuals down
 * (Schlossmacher, JASA 68, 1973), so that a few very slow parcels do not move everybody's date.
 */
export function fittedRoutes(terms: RouteTerms, routes: readonly Route[], target: Target): RouteModel {
  const { values, weights, towards } = target;
  const scales = terms.numerics.map((term, k) => scaleOf(routes.map((route) => route.numerics[k] ?? term.usual)));
  const columns = columnsOf(terms, routes);
  const rows = designOf(terms, routes, scales, columns);
  const penalties = penaltiesOf(terms, columns, rows.width);
  const y = values.map((value, i) => value - priorCentre(terms, routes[i] ?? NOWHERE));
  let coefficients = ridge(rows, y, weights, penalties);
  for (let pass = 0; towards === "median" && pass < PASSES; pass += 1) {
    const now = coefficients;
    const reweighted = weights.map(
      (weight, i) =>
        (weight * TYPICAL_RESIDUAL) / Math.max(Math.abs((y[i] ?? 0) - fitted(rows, now, i)), LEAST_RESIDUAL),
    );
    coefficients = ridge(rows, y, reweighted, penalties);
  }
  return modelOf(terms, { scales, columns, coefficients, parcels: routes.length });
}

const NOWHERE: Route = { numerics: [], levels: [] };

type Scale = { readonly mean: number; readonly scale: number };
type Column = { readonly index: number; readonly parcels: number };

function scaleOf(values: readonly number[]): Scale {
  const n = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  return { mean, scale: deviation > 1e-9 ? deviation : 1 };
}

/** The column of every level that enough parcels have; the most frequent ones where there are too many. */
function columnsOf(terms: RouteTerms, routes: readonly Route[]): readonly ReadonlyMap<string, Column>[] {
  const counts = terms.levels.map(() => new Map<string, number>());
  for (const route of routes) {
    counts.forEach((count, k) => {
      const level = route.levels[k] ?? null;
      if (level !== null) count.set(level, (count.get(level) ?? 0) + 1);
    });
  }
  const room = MOST_COLUMNS - 1 - terms.numerics.length;
  const kept = counts
    .flatMap((count, k) => [...count].map(([level, parcels]) => ({ k, level, parcels })))
    .filter(({ k, parcels }) => parcels >= (terms.levels[k]?.least ?? 1))
    .sort((one, other) => other.parcels - one.parcels)
    .slice(0, room);
  const columns = terms.levels.map(() => new Map<string, Column>());
  kept.forEach(({ k, level, parcels }, at) => {
    columns[k]?.set(level, { index: 1 + terms.numerics.length + at, parcels });
  });
  return columns;
}

function designOf(
  terms: RouteTerms,
  routes: readonly Route[],
  scales: readonly Scale[],
  columns: readonly ReadonlyMap<string, Column>[],
): SparseRows {
  const most = routes.length * (1 + terms.numerics.length + terms.levels.length);
  const rows = {
    starts: new Int32Array(routes.length + 1),
    columns: new Int32Array(most),
    values: new Float64Array(most),
  };
  let at = 0;
  const put = (column: number, value: number): void => {
    rows.columns[at] = column;
    rows.values[at] = value;
    at += 1;
  };
  routes.forEach((route, i) => {
    put(0, 1);
    scales.forEach(({ mean, scale }, k) => {
      const value = (route.numerics[k] ?? terms.numerics[k]?.usual ?? mean) - mean;
      if (value !== 0) put(1 + k, value / scale);
    });
    columns.forEach((levels, k) => {
      const column = levels.get(route.levels[k] ?? "");
      if (column !== undefined) put(column.index, 1);
    });
    rows.starts[i + 1] = at;
  });
  const width = 1 + scales.length + columns.reduce((sum, levels) => sum + levels.size, 0);
  return { ...rows, width };
}

function penaltiesOf(terms: RouteTerms, columns: readonly ReadonlyMap<string, Column>[], width: number): Float64Array {
  const penalties = new Float64Array(width);
  penalties[0] = terms.intercept.penalty;
  terms.numerics.forEach((term, k) => {
    penalties[1 + k] = term.penalty;
  });
  columns.forEach((levels, k) => {
    for (const { index } of levels.values()) penalties[index] = terms.levels[k]?.penalty ?? 1;
  });
  return penalties;
}

type Fit = {
  readonly scales: readonly Scale[];
  readonly columns: readonly ReadonlyMap<string, Column>[];
  readonly coefficients: Float64Array;
  readonly parcels: number;
};

/** Rounded to what matters, so that the stored model stays small. */
function modelOf(terms: RouteTerms, { scales, columns, coefficients, parcels }: Fit): RouteModel {
  const of = (index: number): number => Math.round((coefficients[index] ?? 0) * 1e6) / 1e6;
  return {
    terms,
    intercept: of(0),
    numerics: scales.map((scale, k) => ({ ...scale, coefficient: of(1 + k) })),
    levels: columns.map((levels) =>
      Object.fromEntries([...levels].map(([level, column]) => [level, [of(column.index), column.parcels] as const])),
    ),
    parcels,
  };
}
