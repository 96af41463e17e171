import { chanceLaterThan, chanceLost } from "#lib/promise/arrival/arrival-law.ts";
import { arrivalLaw, medianDay, windowOf } from "#lib/promise/arrival/arrival-of.ts";
import { arrivalReader, learnedArrivals } from "#lib/promise/arrival/arrival-state.ts";
import { parcelOf } from "./daily-run.ts";
import type { OlistOrder } from "./olist-orders.ts";
import { OLIST_HOLIDAYS, OLIST_METHOD } from "./olist-terms.ts";

/** Seconds to say of so many open parcels when they come, in which window, whether late, and whether lost. */
export function secondsForParcels(orders: readonly OlistOrder[], count: number): number {
  const parcels = orders.map((order) => parcelOf(order, OLIST_METHOD));
  const day = Math.floor(parcels.at(-1)?.handedOverAt ?? 0);
  const stored = JSON.stringify(learnedArrivals(OLIST_METHOD.terms, parcels, { day, holidays: OLIST_HOLIDAYS }));
  const began = performance.now();
  const reader = arrivalReader(JSON.parse(stored));
  let sum = 0;
  for (let k = 0; k < count; k += 1) {
    const parcel = parcels[k % parcels.length];
    if (parcel === undefined) continue;
    const orderedAt = day - 9;
    const handedOverAt = k % 5 === 0 ? null : day - (k % 7);
    const seen = { orderedAt, handedOverAt, lastScanAt: day - 1, outForDeliveryAt: null, seenAt: day };
    const law = arrivalLaw(reader, { ...parcel, ...seen });
    sum += chanceLaterThan(law, day + 3) + chanceLaterThan(law, day + 5) + chanceLost(law);
    sum += medianDay(law) + windowOf(reader, law).toDay;
  }
  return Number.isFinite(sum) ? (performance.now() - began) / 1000 : Number.NaN;
}
