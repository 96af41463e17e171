import { learnedArrivals } from "#lib/promise/arrival/arrival-state.ts";
import { parcelOf } from "./daily-run.ts";
import type { OlistOrder } from "./olist-orders.ts";
import { OLIST_HOLIDAYS, OLIST_METHOD } from "./olist-terms.ts";
import { knowsTheFuture, type Says } from "./scrambled-future.ts";

/** On how many of these days what was learned changes when all that happens later is made up anew: 0, or the bench is void. */
export function leakedStates(orders: readonly OlistOrder[], days: readonly number[]): number {
  const parcels = orders.map((order) => parcelOf(order, OLIST_METHOD));
  const learned: Says = (known, day) => learnedArrivals(OLIST_METHOD.terms, known, { day, holidays: OLIST_HOLIDAYS });
  return days.filter((day) => knowsTheFuture(learned, parcels, day)).length;
}
