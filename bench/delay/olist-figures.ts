import type { OrderRun, Snapshot } from "./daily-run.ts";
import { middleOf, pointOf } from "./middle-of.ts";
import { averagePrecision, brier, rocAuc, type Scored } from "./ranking.ts";

type Figures = Readonly<Record<string, number>>;
export type Told = OrderRun & {
  readonly atHandOver: NonNullable<OrderRun["atHandOver"]>;
  readonly deliveredAt: number;
};

/** Months with fewer late orders say nothing about a ranking. */
const LEAST_LATE = 5;
const WARN_FROM = 0.35;
const LOST_AFTER_PROMISE_DAYS = 21;

/** Orders that arrived and of which something was said at hand-over. */
export function toldRuns(runs: readonly OrderRun[]): readonly Told[] {
  return runs.flatMap((run) => {
    const { deliveredAt } = run.order;
    return run.atHandOver === null || deliveredAt === null ? [] : [{ ...run, atHandOver: run.atHandOver, deliveredAt }];
  });
}

/** The ranking at hand-over, late by the hour or by the day. */
export function rankedBy(label: "time" | "day", told: Told): Scored {
  const { atHandOver, order, deliveredAt } = told;
  return label === "time"
    ? { score: atHandOver.lateByTime, late: deliveredAt > order.promisedOn }
    : { score: atHandOver.lateByDay, late: isLate(told) };
}

function isLate({ order, deliveredAt }: Told): boolean {
  return deliveredAt >= order.promisedOn + 1;
}

/** The mean of the months' areas, over months with at least five late orders. */
export function monthlyAuc(told: readonly Told[], label: "time" | "day"): number {
  const months = Map.groupBy(told, ({ order }) => order.month);
  const areas = [...months.values()]
    .map((all) => all.map((one) => rankedBy(label, one)))
    .filter((all) => all.filter(({ late }) => late).length >= LEAST_LATE)
    .map(rocAuc);
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

/** What was right at hand-over. */
export function handOverFigures(told: readonly Told[]): Figures {
  const byTime = told.map((one) => rankedBy("time", one));
  const byDay = told.map((one) => rankedBy("day", one));
  return {
    rocAucMonthly: monthlyAuc(told, "time"),
    rocAucPooled: rocAuc(byTime),
    rocAucMonthlyDay: monthlyAuc(told, "day"),
    rocAucPooledDay: rocAuc(byDay),
    prAucPooled: averagePrecision(byTime),
    brierTime: brier(byTime),
    brierDay: brier(byDay),
    maeDaysHandover: mean(told.map(errorAtHandOver)),
    coverage80: mean(told.map((one) => Number(isCovered(one)))),
  };
}

/** How far a date was off, in days. */
export function errorAtHandOver({ atHandOver, deliveredAt }: Told): number {
  return Math.abs(atHandOver.date - deliveredAt);
}

/** More of what was right at hand-over: the middle error, the right day, and windows month by month. */
export function handOverDetails(told: readonly Told[]): Figures {
  const daysOff = told.map(({ atHandOver, deliveredAt }) =>
    Math.abs(Math.floor(atHandOver.date) - Math.floor(deliveredAt)),
  );
  const months = [...Map.groupBy(told, ({ order }) => order.month).values()];
  const covered = months.map((all) => mean(all.map((one) => Number(isCovered(one)))));
  return {
    medianErrorDays: middleOf(told.map(errorAtHandOver)),
    within1Day: mean(daysOff.map((off) => Number(off <= 1))),
    within2Days: mean(daysOff.map((off) => Number(off <= 2))),
    windowDaysMedian: middleOf(told.map(({ atHandOver: { window } }) => window.toDay - window.fromDay)),
    coverageLowestMonth: Math.min(...covered),
    coverageHighestMonth: Math.max(...covered),
  };
}

function isCovered({ atHandOver: { window }, deliveredAt }: Told): boolean {
  return window.fromDay <= Math.floor(deliveredAt) && Math.floor(deliveredAt) <= window.toDay;
}

/** Alarm B: a chance of .35 five and four days ahead, and three days ahead everything that is still open. */
export function alarmFigures(told: readonly Told[]): Figures {
  const late = told.filter(isLate);
  const inTime = told.filter((one) => !isLate(one));
  const warned = (all: readonly Told[], ahead: number): number =>
    all.filter((one) => (warnedAhead(one) ?? 0) >= ahead).length;
  return {
    warned3d: warned(late, 3) / late.length,
    warned5d: warned(late, 5) / late.length,
    falseAlarmsPer100: (100 * warned(inTime, 1)) / inTime.length,
    precision: warned(late, 1) / (warned(late, 1) + warned(inTime, 1)),
  };
}

function warnedAhead({ snapshots }: Told): number | null {
  const warning = snapshots.find(
    ({ daysAhead, late }) => daysAhead === 3 || ((daysAhead === 5 || daysAhead === 4) && late >= WARN_FROM),
  );
  return warning?.daysAhead ?? null;
}

/** What was said of open orders, morning by morning and on single mornings before the promised day. */
export function snapshotFigures(told: readonly Told[]): Figures {
  const all = told.flatMap((one) => one.snapshots.map(({ late: score }) => ({ score, late: isLate(one) })));
  const figures: Record<string, number> = { rocAucOpenDays: rocAuc(all), brierOpenDays: brier(all) };
  for (const ahead of [7, 5, 3, 2, 1]) {
    const seen = told.flatMap((one) => {
      const snapshot = one.snapshots.find(({ daysAhead }) => daysAhead === ahead);
      return snapshot === undefined ? [] : [{ one, snapshot }];
    });
    figures[`rocAucAhead${ahead}d`] = rocAuc(
      seen.map(({ one, snapshot }) => ({ score: snapshot.late, late: isLate(one) })),
    );
    figures[`maeDaysAhead${ahead}d`] = mean(
      seen.filter(({ snapshot }) => snapshot.handedOver).map(({ one, snapshot }) => errorOf(one, snapshot)),
    );
  }
  return figures;
}

function errorOf({ deliveredAt }: Told, { date }: Snapshot): number {
  return Math.abs(date - deliveredAt);
}

/** Probably lost: more likely than not by its silence, or 21 days past the promise. */
export function lostFigures(runs: readonly OrderRun[], span: { readonly from: number; readonly to: number }): Figures {
  const watched = runs.filter(({ order }) => order.handedOverAt >= span.from && order.handedOverAt < span.to);
  const arrived = watched.filter(({ order }) => order.deliveredAt !== null);
  const never = watched.filter(({ order }) => order.deliveredAt === null);
  const wrong = arrived.filter((run) => flaggedOn(run) <= (run.order.deliveredAt ?? 0));
  const past = never.map((run) => flaggedOn(run) - run.order.promisedOn);
  return {
    neverCame: never.length,
    cameInSameSpan: arrived.length,
    lostWronglyFlagged: wrong.length / arrived.length,
    lostWronglyFlaggedBySilence: arrived.filter(({ lostOn }) => lostOn !== null).length / arrived.length,
    lostFlaggedByDay14: mean(past.map((days) => Number(days <= 14))),
    lostFlaggedByDay21: mean(past.map((days) => Number(days <= LOST_AFTER_PROMISE_DAYS))),
    lostFlaggedMedianDays: middleOf(past),
    lostFlaggedP90Days: pointOf(past, 0.9),
  };
}

function flaggedOn({ order, lostOn }: OrderRun): number {
  return Math.min(lostOn ?? Number.POSITIVE_INFINITY, order.promisedOn + LOST_AFTER_PROMISE_DAYS);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
