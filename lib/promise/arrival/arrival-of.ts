import { type ArrivalLaw, type Leg, momentOfChance } from "./arrival-law.ts";
import { type ArrivalReader, centreNow } from "./arrival-state.ts";
import { deliveryDays } from "./delivery-clock.ts";
import { handedOverAfter } from "./handling-time.ts";
import type { Route } from "./route-model.ts";
import { shareEverSilentFor } from "./scan-habits.ts";

/**
 * A parcel that has not arrived, as it is seen at the moment `seenAt`. `handedOverAt` is null while it waits at the shop,
 * `lastScanAt` where its scans cannot be seen, `outForDeliveryAt` unless that is the last that was said of it.
 */
export type OpenParcel = {
  readonly route: Route;
  readonly networks: readonly string[];
  readonly orderedAt: number;
  readonly handedOverAt: number | null;
  readonly lastScanAt: number | null;
  readonly outForDeliveryAt: number | null;
  readonly seenAt: number;
};

/** The days of a window, both included: whole days since 1970-01-01. */
export type DayWindow = { readonly fromDay: number; readonly toDay: number };

/** Of the hand-overs that are still possible these are followed. */
const STARTS = [0.1, 0.3, 0.5, 0.7, 0.9];
/** From the van to the door parcels differ less than from the shop to the door. Judgement. */
const DOOR_SPREAD = 0.35;

/** When an open parcel may arrive, given all that has not happened so far. Ask it with the functions of `arrival-law.ts`. */
export function arrivalLaw(reader: ArrivalReader, parcel: OpenParcel): ArrivalLaw {
  const { curves, state } = reader;
  const { handedOverAt, lastScanAt, seenAt } = parcel;
  const silence =
    handedOverAt === null || lastScanAt === null
      ? 1
      : shareEverSilentFor(state.scans, curves.clock, { from: lastScanAt, to: seenAt });
  return { curves, legs: legsOf(reader, parcel), seenAt, silence };
}

function legsOf(reader: ArrivalReader, parcel: OpenParcel): readonly Leg[] {
  const { curves, state } = reader;
  const now = deliveryDays(curves.clock, parcel.seenAt);
  const started = parcel.outForDeliveryAt ?? parcel.handedOverAt;
  if (started !== null) {
    const origin = deliveryDays(curves.clock, started);
    const atDoor = parcel.outForDeliveryAt !== null;
    const centre = atDoor ? state.scans.doorCentre : centreNow(reader, parcel.route, parcel.networks);
    return [{ share: 1, origin, now: Math.max(origin, now), centre, spread: atDoor ? DOOR_SPREAD : 1 }];
  }
  const centre = centreNow(reader, parcel.route, parcel.networks);
  const ordered = deliveryDays(curves.clock, parcel.orderedAt);
  return handedOverAfter(state.handling, Math.max(0, now - ordered), STARTS).map((after) => {
    const origin = Math.max(now, ordered + after);
    return { share: 1 / STARTS.length, origin, now: origin, centre, spread: 1 };
  });
}

/** The day on which it arrives as likely before as after, if it arrives. */
export function medianDay(law: ArrivalLaw): number {
  return Math.floor(momentOfChance(law, 0.5));
}

/** The window of whole days that holds the day of arrival in about 80 of 100 cases. */
export function windowOf(reader: ArrivalReader, law: ArrivalLaw): DayWindow {
  const level = reader.state.windowLevel;
  return {
    fromDay: Math.floor(momentOfChance(law, level)),
    toDay: Math.floor(momentOfChance(law, 1 - level)),
  };
}
