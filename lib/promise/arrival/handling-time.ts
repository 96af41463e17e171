import type { KnownParcel } from "./arrival-parcel.ts";
import type { DeliveryClock } from "./delivery-clock.ts";
import { deliveryDays } from "./delivery-clock.ts";

/** Delivery days from order to hand-over, as 0 %, 1 %, ... 100 % points: plain JSON. */
export type HandlingTimes = readonly number[];

/** What a shop without parcels begins with, in delivery days; counted along until there are `ENOUGH` parcels. Judgement. */
const USUAL = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.5, 2, 2.8, 4.5];
const ENOUGH = 100;
/** Only what was packed in these last days counts. */
const DAYS = 180;
/** A parcel that waits longer than any before may wait as long again, up to this part of its age. */
const LONGER_BY = 0.5;

/** How long this shop takes to hand over, from the parcels of the last half year before `day`. */
export function handlingTimes(known: readonly KnownParcel[], clock: DeliveryClock, day: number): HandlingTimes {
  const times: number[] = [];
  for (const { parcel } of known) {
    if (parcel.orderedAt === null || parcel.handedOverAt < day - DAYS) continue;
    times.push(Math.max(0, deliveryDays(clock, parcel.handedOverAt) - deliveryDays(clock, parcel.orderedAt)));
  }
  const all = (times.length < ENOUGH ? [...times, ...USUAL] : times).sort((one, other) => one - other);
  return Array.from({ length: 101 }, (_, k) => round(all[Math.round((k / 100) * (all.length - 1))] ?? 0));
}

/** The delivery days, counted from the order, after which it is handed over with these chances, given that `waited` passed. */
export function handedOverAfter(times: HandlingTimes, waited: number, chances: readonly number[]): readonly number[] {
  const last = times.length - 1;
  const passed = times.findIndex((time) => time > waited);
  if (passed < 0) return chances.map((chance) => waited * (1 + LONGER_BY * chance));
  return chances.map((chance) => Math.max(waited, times[Math.round(passed + (last - passed) * chance)] ?? waited));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
