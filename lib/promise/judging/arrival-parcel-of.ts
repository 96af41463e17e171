import type { ArrivalParcel } from "#lib/promise/arrival/arrival-parcel.ts";
import { localMoment } from "./local-moment.ts";
import { type ParcelWay, parcelRoute } from "./parcel-route.ts";

/** A handed over parcel as it is stored. Instants in milliseconds since 1970; `zone` is where it goes. */
export type PastParcel = ParcelWay & {
  readonly zone: string;
  readonly placedMs: number;
  readonly handedOverMs: number;
  readonly arrivedMs: number | null;
  readonly watchedUntilMs: number | null;
  readonly outForDeliveryMs: number | null;
  readonly silentFromMs: number | null;
  readonly silentToMs: number | null;
  readonly forecast: number | null;
};

/** The same as the estimate learns from it, its moments by the clock of where it goes. */
export function arrivalParcel(parcel: PastParcel): ArrivalParcel {
  const at = (ms: number) => localMoment(ms, parcel.zone);
  const atOrNull = (ms: number | null) => (ms === null ? null : at(ms));
  const { silentFromMs: from, silentToMs: to } = parcel;
  return {
    ...parcelRoute(parcel),
    orderedAt: at(Math.min(parcel.placedMs, parcel.handedOverMs)),
    handedOverAt: at(parcel.handedOverMs),
    deliveredAt: atOrNull(parcel.arrivedMs),
    watchedUntil: parcel.arrivedMs === null ? atOrNull(parcel.watchedUntilMs) : null,
    weight: 1,
    forecast: parcel.forecast,
    longestSilence: from === null || to === null ? null : { from: at(from), to: at(to) },
    outForDeliveryAt: atOrNull(parcel.outForDeliveryMs),
  };
}
