import { dailyRun, type OrderRun } from "./daily-run.ts";
import {
  alarmFigures,
  errorAtHandOver,
  handOverDetails,
  handOverFigures,
  lostFigures,
  monthlyAuc,
  rankedBy,
  snapshotFigures,
  type Told,
  toldRuns,
} from "./olist-figures.ts";
import { leakedStates } from "./olist-leak.ts";
import { olistOrders } from "./olist-orders.ts";
import { COARSE_METHOD, OLIST_METHOD, SELLER_METHOD } from "./olist-terms.ts";
import { rocAuc } from "./ranking.ts";
import { intervalsOf } from "./resampled.ts";
import { secondsForParcels } from "./speed.ts";

type Figures = Readonly<Record<string, number>>;

/** The months of purchase that are measured. */
const MONTHS = { first: "2017-07", last: "2018-08" } as const;
/** The days that are lived through: some before the first month to warm up, some after the last for its slow parcels. */
const DAYS = { fromDay: dayOf("2017-04-01"), toDay: dayOf("2018-11-01") };
/** Hand-overs that leave 75 days or more to see whether a parcel came. */
const LOST_SPAN = { from: dayOf("2017-07-01"), to: dayOf("2018-06-20") };

/** Olist's orders lived through day by day, each day with what was known at its beginning. */
export async function olistBench(folder: string): Promise<Figures> {
  const orders = olistOrders(folder);
  console.error(`${orders.length} parcels; every day is learned and looked at`);
  const runs = dailyRun(orders, { method: OLIST_METHOD, ...DAYS });
  const told = measured(runs);
  console.error(`${told.length} orders measured; the same with coarser networks and routes, and with sellers`);
  const coarse = measured(dailyRun(orders, { method: COARSE_METHOD, ...DAYS }));
  const withSeller = measured(dailyRun(orders, { method: SELLER_METHOD, ...DAYS }));
  console.error("intervals");
  return rounded({
    orders: told.length,
    ...main(told),
    ...lostFigures(runs, LOST_SPAN),
    ...handOverDetails(told),
    ...snapshotFigures(told),
    ...intervalsOf(told, main),
    ...intervalsOf(runs.filter(isInLostSpan), (drawn) => lostIntervals(drawn)),
    ...gainFigures("overCoarse", coarse, told),
    ...gainFigures("withSeller", told, withSeller),
    leaks: leakedStates(orders, [dayOf("2017-12-05"), dayOf("2018-03-20"), dayOf("2018-06-12")]),
    secondsFor100kParcels: secondsForParcels(orders, 100_000),
  });
}

function main(told: readonly Told[]): Figures {
  return { ...handOverFigures(told), ...alarmFigures(told) };
}

function measured(runs: readonly OrderRun[]): readonly Told[] {
  return toldRuns(runs.filter(({ order }) => order.month >= MONTHS.first && order.month <= MONTHS.last));
}

function isInLostSpan({ order }: OrderRun): boolean {
  return order.handedOverAt >= LOST_SPAN.from && order.handedOverAt < LOST_SPAN.to;
}

function lostIntervals(runs: readonly OrderRun[]): Figures {
  const { lostWronglyFlagged = 0, lostFlaggedByDay21 = 0 } = lostFigures(runs, LOST_SPAN);
  return { lostWronglyFlagged, lostFlaggedByDay21 };
}

type Pair = { readonly without: Told; readonly also: Told };

/** What one method adds to another: differences on the same orders, with intervals of the differences. */
function gainFigures(name: string, without: readonly Told[], also: readonly Told[]): Figures {
  const pairs = without.flatMap((one, at): Pair[] => {
    const other = also[at];
    return other === undefined ? [] : [{ without: one, also: other }];
  });
  const gains = (drawn: readonly Pair[]): Figures => {
    const [before, after] = [drawn.map((pair) => pair.without), drawn.map((pair) => pair.also)];
    return {
      [`${name}RocAucMonthly`]: monthlyAuc(after, "time") - monthlyAuc(before, "time"),
      [`${name}RocAucPooled`]: pooledAuc(after) - pooledAuc(before),
      [`${name}MaeDays`]: maeDays(after) - maeDays(before),
    };
  };
  return { ...gains(pairs), ...intervalsOf(pairs, gains) };
}

function pooledAuc(told: readonly Told[]): number {
  return rocAuc(told.map((one) => rankedBy("time", one)));
}

function maeDays(told: readonly Told[]): number {
  return told.reduce((sum, one) => sum + errorAtHandOver(one), 0) / told.length;
}

function dayOf(text: string): number {
  return Date.parse(`${text}T00:00Z`) / 86_400_000;
}

function rounded(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}
