import { routeCentre, routeReader } from "#lib/promise/arrival/route-centre.ts";
import { fittedRoutes, type Route, type RouteTerms } from "#lib/promise/arrival/route-model.ts";
import type { Scored } from "./ranking.ts";
import type { ScheduledFile, ScheduledLine } from "./scheduled-file.ts";

/** What was said of a line 30 days before its scheduled day. */
export type ScheduledCase = Scored & { readonly line: ScheduledLine };

const AHEAD_DAYS = 30;
const QUARTER_DAYS = 365.25 / 4;
const HALF_LIFE_DAYS = 730.5;
/** The part of the lines that is learned from before the first one is foreseen. */
const WARM_UP = 0.15;
const PENALTY = { single: 10, pair: 20 } as const;

/**
 * Foresees for each line, 30 days before its scheduled day, whether it comes late: the effects of its categories and of their
 * pairs, each shrunk by how few lines it has, learned each quarter from the lines that were scheduled before that quarter. One
 * that was not delivered at the quarter's beginning was late already: that was known. The first 15 % of the lines, up to the
 * next turn of a year, are not foreseen.
 */
export function scheduledRun(file: ScheduledFile): readonly ScheduledCase[] {
  const lines = [...file.lines].sort((one, other) => one.scheduled - other.scheduled);
  const from = nextYear(lines[Math.floor(WARM_UP * lines.length)]?.scheduled ?? 0);
  const terms = termsOf(file.columns);
  const routes = new Map(lines.map((line) => [line, routeOf(line, file.columns)]));
  const quarters = Map.groupBy(
    lines.filter(({ scheduled }) => scheduled >= from),
    ({ scheduled }) => Math.floor((scheduled - AHEAD_DAYS) / QUARTER_DAYS),
  );
  return [...quarters].flatMap(([quarter, cases]) => {
    const known = lines.filter(({ scheduled }) => scheduled < quarter * QUARTER_DAYS);
    const chance = learnedChance(terms, known, { routes, day: quarter * QUARTER_DAYS });
    return cases.map((line) => ({ line, score: chance(line), late: isLate(line) }));
  });
}

function isLate({ scheduled, delivered }: ScheduledLine): boolean {
  return delivered > scheduled;
}

type Learning = { readonly routes: ReadonlyMap<ScheduledLine, Route>; readonly day: number };

/** The label needs no look ahead: a line scheduled before `day` either came in time before it, or is late. */
function learnedChance(
  terms: RouteTerms,
  known: readonly ScheduledLine[],
  { routes, day }: Learning,
): (line: ScheduledLine) => number {
  const routeFor = (line: ScheduledLine): Route => routes.get(line) ?? { numerics: [], levels: [] };
  const model = fittedRoutes(terms, known.map(routeFor), {
    values: Float64Array.from(known, (line) => (isLate(line) ? 1 : 0)),
    weights: Float64Array.from(known, ({ scheduled }) => 0.5 ** ((day - scheduled) / HALF_LIFE_DAYS)),
    towards: "mean",
  });
  const reader = routeReader(model);
  return (line) => Math.min(1, Math.max(0, routeCentre(reader, routeFor(line))));
}

function termsOf(columns: readonly string[]): RouteTerms {
  const pairs = pairsOf(columns).map(([one, other]) => ({
    name: `${one} x ${other}`,
    penalty: PENALTY.pair,
    least: 5,
  }));
  const singles = columns.map((name) => ({ name, penalty: PENALTY.single, least: 1 }));
  return { intercept: { prior: 0, penalty: 0.01 }, numerics: [], levels: [...singles, ...pairs] };
}

function routeOf(line: ScheduledLine, columns: readonly string[]): Route {
  const pairs = pairsOf(columns.map((_, at) => line.values[at] ?? "")).map(([one, other]) => `${one} | ${other}`);
  return { numerics: [], levels: [...line.values, ...pairs] };
}

function pairsOf(all: readonly string[]): readonly (readonly [string, string])[] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
}

function nextYear(day: number): number {
  const year = new Date(day * 86_400_000).getUTCFullYear() + 1;
  return Date.UTC(year, 0, 1) / 86_400_000;
}
