import { type Curves, chanceArrivedBy } from "./arrival-law.ts";
import type { KnownParcel } from "./arrival-parcel.ts";
import { deliveryDays } from "./delivery-clock.ts";

/** The share of windows that should hold the day of delivery. */
const COVERED = 0.8;
const HALF_LIFE_DAYS = 60;
/** A parcel counts from so many days after its hand-over on, delivered or not: else the slow ones would be missing. */
const LAG_DAYS = 25;
/** Silent for longer than this: it may never come, and says nothing about windows. */
const SILENT_DAYS = 60;
const PRIOR_PARCELS = 60;
const BOUNDS = { least: 0.02, most: 0.4 } as const;

/**
 * The level L for which windows of whole days, from the day of the L point to the day of the 1 - L point as forecast at
 * hand-over, would have held 80 % of the recent deliveries. Whole days cover more than hours, so L is above .1. For each
 * parcel the largest level that still covers it is known; L is the weighted 20 % point of those.
 */
export function windowLevel(curves: Curves, known: readonly KnownParcel[], day: number): number {
  const levels: { readonly level: number; readonly weight: number }[] = [];
  for (const { parcel, until, delivered } of known) {
    const age = day - parcel.handedOverAt;
    if (parcel.forecast === null || age < LAG_DAYS || age > 6 * HALF_LIFE_DAYS) continue;
    if (!delivered && (age > SILENT_DAYS || parcel.watchedUntil !== null)) continue;
    const start = deliveryDays(curves.clock, parcel.handedOverAt);
    const legs = [{ share: 1, origin: start, now: start, centre: parcel.forecast, spread: 1 }];
    const law = { curves, legs, seenAt: parcel.handedOverAt, silence: 1 };
    const arrivedOn = Math.floor(until);
    const before = chanceArrivedBy(law, arrivedOn);
    const level = delivered ? Math.min(chanceArrivedBy(law, arrivedOn + 1), 1 - before) : 1 - before;
    levels.push({ level, weight: parcel.weight * 0.5 ** (age / HALF_LIFE_DAYS) });
  }
  for (let k = 0; k < PRIOR_PARCELS; k += 1) levels.push({ level: (0.6 * (k + 0.5)) / PRIOR_PARCELS, weight: 1 });
  return Math.min(BOUNDS.most, Math.max(BOUNDS.least, pointOf(levels, 1 - COVERED)));
}

function pointOf(levels: { readonly level: number; readonly weight: number }[], share: number): number {
  levels.sort((one, other) => one.level - other.level);
  let left = share * levels.reduce((sum, { weight }) => sum + weight, 0);
  for (const { level, weight } of levels) {
    left -= weight;
    if (left <= 0) return level;
  }
  return levels.at(-1)?.level ?? 0.1;
}
