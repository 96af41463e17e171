import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { averagePrecision, brier, rocAuc } from "./ranking.ts";
import { intervalsOf } from "./resampled.ts";
import { readScheduledFile } from "./scheduled-file.ts";
import { type ScheduledCase, scheduledRun } from "./scheduled-run.ts";

type Figures = Readonly<Record<string, number>>;

/** Late or not, foreseen 30 days ahead for every line of a CSV: `data` is the file, or a folder with one. Throws without one. */
export async function scheduledBench(data: string): Promise<Figures> {
  const file = readScheduledFile(readFileSync(csvIn(data)).toString("utf8"));
  console.error(
    `scheduled: ${file.scheduledColumn}; delivered: ${file.deliveredColumn}; by ${file.columns.join(", ")}`,
  );
  console.error(`${file.lines.length} deliveries; ${file.unread} lines without both days left out`);
  const cases = scheduledRun(file);
  if (cases.length === 0)
    throw new Error("Too few deliveries: after the first 15 % and the turn of a year none is left.");
  const figures = {
    deliveries: file.lines.length,
    foreseen: cases.length,
    ...figuresOf(cases),
    ...yearlyFigures(cases),
  };
  const all = { ...figures, ...intervalsOf(cases, figuresOf) };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}

function figuresOf(cases: readonly ScheduledCase[]): Figures {
  const lateShare = cases.filter(({ late }) => late).length / cases.length;
  return {
    rocAucPooled: rocAuc(cases),
    prAucPooled: averagePrecision(cases),
    brier: brier(cases),
    brierOfBaseRate: lateShare * (1 - lateShare),
    lateShare,
  };
}

/** Years with fewer than five late deliveries, or none in time, say nothing about a ranking. */
function yearlyFigures(cases: readonly ScheduledCase[]): Figures {
  const years = Map.groupBy(cases, ({ line }) => new Date(line.scheduled * 86_400_000).getUTCFullYear());
  const areas = [...years.values()]
    .filter((all) => all.filter(({ late }) => late).length >= 5)
    .map(rocAuc)
    .filter((area) => !Number.isNaN(area));
  return { rocAucYearlyMean: areas.reduce((sum, area) => sum + area, 0) / areas.length, years: years.size };
}

function csvIn(data: string): string {
  if (!statSync(data).isDirectory()) return data;
  const [file, ...others] = readdirSync(data).filter((name) => name.toLowerCase().endsWith(".csv"));
  if (file === undefined) throw new Error(`There is no .csv in ${data}.`);
  if (others.length > 0) throw new Error(`There are several .csv files in ${data}: name one.`);
  return join(data, file);
}
