import type { ArrivalParcel } from "#lib/promise/arrival/arrival-parcel.ts";
import { randomFrom } from "./resampled.ts";

/** What a method says on a day from the parcels: anything that becomes JSON. */
export type Says = (parcels: readonly ArrivalParcel[], day: number) => unknown;

/**
 * Whether a method knows the future: everything that happens on `day` or later is made up anew, and what it says on that day
 * must not change. Returns whether it did.
 */
export function knowsTheFuture(says: Says, parcels: readonly ArrivalParcel[], day: number): boolean {
  return JSON.stringify(says(parcels, day)) !== JSON.stringify(says(scrambledFuture(parcels, day), day));
}

/** The same parcels, with other hand-overs, deliveries, scans and ends of watch from `day` on. */
function scrambledFuture(parcels: readonly ArrivalParcel[], day: number): readonly ArrivalParcel[] {
  const random = randomFrom(Math.floor(day));
  const later = (moment: number | null): number | null => {
    const other = day + random() * 60;
    if (moment !== null && moment < day) return moment;
    return random() < 0.2 ? null : other;
  };
  return parcels.map((parcel) => {
    const silence = parcel.longestSilence;
    return {
      ...parcel,
      handedOverAt: later(parcel.handedOverAt) ?? day + 1,
      deliveredAt: later(parcel.deliveredAt),
      watchedUntil: later(parcel.watchedUntil),
      outForDeliveryAt: later(parcel.outForDeliveryAt),
      longestSilence: silence !== null && silence.to < day ? silence : null,
      forecast: parcel.handedOverAt < day ? parcel.forecast : random(),
    };
  });
}
