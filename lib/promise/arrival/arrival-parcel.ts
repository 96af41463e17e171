import type { Route } from "./route-model.ts";

/** A stretch without a scan, in moments. */
export type Silence = { readonly from: number; readonly to: number };

/**
 * A parcel as the estimate learns from it. Moments are days since 1970-01-01 with a fraction, in the zone of the shop.
 * `watchedUntil`: after it nobody knows (the carrier forgot it, it was sent back); null while it is still watched.
 * `forecast`: the centre that was told when it was handed over, kept by the caller; null where none was made.
 */
export type ArrivalParcel = {
  readonly route: Route;
  /** Whose networks carry it, the widest first: a carrier, its part of a country. */
  readonly networks: readonly string[];
  readonly orderedAt: number | null;
  readonly handedOverAt: number;
  readonly deliveredAt: number | null;
  readonly watchedUntil: number | null;
  /** How many parcels it stands for; 1 unless the data are a sample. */
  readonly weight: number;
  readonly forecast: number | null;
  /** The longest stretch without a scan between hand-over and delivery; null where its scans are not known. */
  readonly longestSilence: Silence | null;
  /** The last scan "out for delivery"; null where there was none. */
  readonly outForDeliveryAt: number | null;
};

/** What was known of a parcel at the beginning of a day: nothing that happened on that day or later. */
export type KnownParcel = {
  readonly parcel: ArrivalParcel;
  /** Until when it was watched: its delivery, the end of its watch, or the beginning of the day. */
  readonly until: number;
  readonly delivered: boolean;
};

/** The parcels handed over before `day`, each as it was known then: the one place where the future is cut off. */
export function knownBefore(parcels: readonly ArrivalParcel[], day: number): readonly KnownParcel[] {
  const known: KnownParcel[] = [];
  for (const parcel of parcels) {
    if (parcel.handedOverAt >= day) continue;
    const end = Math.min(day, parcel.watchedUntil ?? day);
    const delivered = parcel.deliveredAt !== null && parcel.deliveredAt < end;
    known.push({
      parcel,
      until: Math.max(parcel.handedOverAt, delivered ? (parcel.deliveredAt ?? end) : end),
      delivered,
    });
  }
  return known;
}
