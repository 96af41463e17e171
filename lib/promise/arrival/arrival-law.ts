import { type DeliveryClock, deliveryDays, momentOf } from "./delivery-clock.ts";
import { GRID, onGrid, TAIL_RATE, whereFalls } from "./survival-shape.ts";

/** The survival curves and the clock that every parcel of a shop is read against. */
export type Curves = {
  readonly clock: DeliveryClock;
  readonly survival: Float64Array;
  readonly arriving: Float64Array;
};

/**
 * One way in which a parcel may go: its share, the clock at which it sets out, the clock from which on it is looked at, the
 * centre of ln(delivery days + 1), and how wide it spreads around it (1: as all routes do). A parcel that is handed over has
 * one leg, one that still waits has one for each start.
 */
export type Leg = {
  readonly share: number;
  readonly origin: number;
  readonly now: number;
  readonly centre: number;
  readonly spread: number;
};

/**
 * When a parcel may arrive, given that it had not at the moment `seenAt`. `silence` is the share of parcels that were ever
 * silent for as long and came all the same (1: nothing is known of scans).
 */
export type ArrivalLaw = {
  readonly curves: Curves;
  readonly legs: readonly Leg[];
  readonly seenAt: number;
  readonly silence: number;
};

const GRID_END = GRID.from + (GRID.cells - 1) * GRID.step;

function residual(leg: Leg, b: number): number {
  return (Math.log(Math.max(0, b - leg.origin) + 1) - leg.centre) / leg.spread;
}

/** Bayes: a silence is as likely as `silence` for a parcel that comes, and sure for one that never does. */
function afterSilence(never: number, silence: number): number {
  return never / (never + (1 - never) * silence);
}

/** Of those that arrive, the share still open at the clock `b`. */
function leftArriving(law: ArrivalLaw, b: number): number {
  const { arriving } = law.curves;
  let left = 0;
  for (const leg of law.legs) {
    const before = onGrid(arriving, residual(leg, leg.now));
    left += leg.share * (before > 0 ? onGrid(arriving, residual(leg, Math.max(b, leg.now))) / before : 1);
  }
  return Math.min(1, left);
}

/** The chance that it never comes, however long one waits. */
function chanceNever(law: ArrivalLaw): number {
  const { survival } = law.curves;
  const end = survival[GRID.cells - 1] ?? 0;
  let never = 0;
  for (const leg of law.legs) never += (leg.share * end) / onGrid(survival, residual(leg, leg.now));
  return afterSilence(Math.min(1, never), law.silence);
}

/** The chance that it has not arrived by the moment `t`, those that never come included. Falls with t; 1 for the past. */
export function chanceOpenAt(law: ArrivalLaw, t: number): number {
  if (t <= law.seenAt) return 1;
  const never = chanceNever(law);
  return never + (1 - never) * leftArriving(law, deliveryDays(law.curves.clock, t));
}

/** The chance that the day `day` (a whole number) passes without it. */
export function chanceLaterThan(law: ArrivalLaw, day: number): number {
  return chanceOpenAt(law, day + 1);
}

/** The chance that it has arrived by `t`, if it arrives at all. */
export function chanceArrivedBy(law: ArrivalLaw, t: number): number {
  return t <= law.seenAt ? 0 : 1 - leftArriving(law, deliveryDays(law.curves.clock, t));
}

/** The moment by which it has arrived with the chance `chance`, if it arrives at all; never before `seenAt`. */
export function momentOfChance(law: ArrivalLaw, chance: number): number {
  const ends = law.legs.map((leg) => legEnd(law.curves.arriving, leg, chance));
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  for (let round = 0; round < 40 && high - low > 1e-6; round += 1) {
    const middle = (low + high) / 2;
    if (leftArriving(law, middle) > 1 - chance) low = middle;
    else high = middle;
  }
  return Math.max(law.seenAt, momentOf(law.curves.clock, high));
}

/** Beyond the grid the date of a silent parcel moves away with its age. */
function legEnd(arriving: Float64Array, leg: Leg, chance: number): number {
  const from = residual(leg, leg.now);
  const u =
    from >= GRID_END
      ? from - Math.log(Math.max(1e-9, 1 - chance)) / TAIL_RATE
      : Math.max(from, whereFalls(arriving, onGrid(arriving, from) * (1 - chance)));
  return Math.max(leg.now, leg.origin + Math.expm1(u * leg.spread + leg.centre));
}

/** Nobody waits longer than so many days after the hand-over: what has not come by then is lost. */
const LOST_AFTER_DAYS = 90;

/** The chance that it never comes: that it is still open 90 days after its hand-over. Rises while it stays open. */
export function chanceLost(law: ArrivalLaw): number {
  const { clock, survival } = law.curves;
  let lost = 0;
  for (const leg of law.legs) {
    const end = deliveryDays(clock, momentOf(clock, leg.origin) + LOST_AFTER_DAYS);
    const open = onGrid(survival, residual(leg, leg.now));
    lost += leg.share * Math.min(1, onGrid(survival, residual(leg, Math.max(end, leg.now))) / open);
  }
  return afterSilence(lost, law.silence);
}
