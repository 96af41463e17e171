import { type ArrivalLaw, chanceLaterThan, chanceLost } from "#lib/promise/arrival/arrival-law.ts";
import { arrivalLaw, medianDay, windowOf } from "#lib/promise/arrival/arrival-of.ts";
import { type ArrivalReader, centreNow } from "#lib/promise/arrival/arrival-state.ts";
import { shareEverSilentFor } from "#lib/promise/arrival/scan-habits.ts";
import type { LearnedArrival } from "#lib/promise/delay/delay.ts";
import type { Status } from "#lib/tracking/status.ts";
import { type FirstBelief, NO_FIRST_BELIEF } from "./expectation.ts";
import { dayNumber, dayText, localMoment } from "./local-moment.ts";
import { parcelRoute, type ShippedWay } from "./parcel-route.ts";
import type { ParcelSeen } from "./parcel-seen.ts";

/** A parcel as the model is asked about it. Instants in milliseconds since 1970. */
export type AskedParcel = {
  readonly seen: ParcelSeen;
  readonly way: ShippedWay;
  readonly status: Status;
  readonly placedMs: number;
  readonly newsMs: number | null;
  /** Until when we know that it had not arrived. */
  readonly seenMs: number;
};

/** What the model believes of a parcel; null where it does not come any more or is there. */
export type Learned = LearnedArrival & {
  readonly law: ArrivalLaw;
  readonly lost: number;
  readonly silenceIsUnusual: boolean;
};

const COMES_NO_MORE: ReadonlySet<Status> = new Set(["delivered", "returning", "returned", "cancelled", "lost"]);
/** Of those that arrived fewer than one in so many had been silent for as long. */
const UNUSUAL = 0.05;

/** Asks the model about an open parcel, given all that has not happened so far. */
export function learnedArrival(reader: ArrivalReader, parcel: AskedParcel): Learned | null {
  const { seen, status, newsMs } = parcel;
  if (COMES_NO_MORE.has(status) || seen.arrivedOn !== null) return null;
  const seenAt = askedAt(parcel);
  const law = lawOf(reader, parcel, seenAt);
  const { fromDay, toDay } = windowOf(reader, law);
  const silence = newsMs === null ? null : { from: Math.min(localMoment(newsMs, seen.zone), seenAt), to: seenAt };
  return {
    law,
    window: { fromDay: dayText(fromDay), toDay: dayText(Math.max(fromDay, toDay)) },
    likelyDay: dayText(medianDay(law)),
    lost: chanceLost(law),
    silenceIsUnusual:
      silence !== null && shareEverSilentFor(reader.state.scans, reader.curves.clock, silence) < UNUSUAL,
  };
}

/**
 * Chances are those of the morning: in the evening of the promised day each parcel whose delivery scan has not come through
 * looks late. A van that left today is known at once.
 */
function askedAt({ seen, status, seenMs }: AskedParcel): number {
  const moment = localMoment(seenMs, seen.zone);
  if (status === "out_for_delivery") return moment;
  const handedOver = seen.handedOverMs === null ? null : localMoment(seen.handedOverMs, seen.zone);
  return Math.max(Math.floor(moment), Math.min(moment, handedOver ?? 0));
}

function lawOf(reader: ArrivalReader, parcel: AskedParcel, seenAt: number): ArrivalLaw {
  const { seen, way, status, placedMs, newsMs } = parcel;
  const at = (ms: number | null) => (ms === null ? null : localMoment(ms, seen.zone));
  return arrivalLaw(reader, {
    ...parcelRoute({ ...way, ...seen }),
    orderedAt: localMoment(placedMs, seen.zone),
    handedOverAt: at(seen.handedOverMs),
    lastScanAt: newsMs === null ? null : Math.min(localMoment(newsMs, seen.zone), seenAt),
    outForDeliveryAt: status === "out_for_delivery" ? at(seen.outForDeliveryMs) : null,
    seenAt,
  });
}

/** P(it arrives after the day `YYYY-MM-DD`). */
export function chanceAfter({ law }: Learned, day: string): number {
  return chanceLaterThan(law, dayNumber(day));
}

const DAY_MS = 86_400_000;
/** Who first saw a parcel later than this after its hand-over knows that it is not one of the quick ones. */
const FRESH_MS = 1.5 * DAY_MS;

/** What is learned of a parcel at its hand-over, if that was just now; nothing of one that is seen later for the first time. */
export function firstBelief(
  reader: ArrivalReader,
  parcel: AskedParcel,
  { nowMs, promisedTo }: { readonly nowMs: number; readonly promisedTo: string | null },
): FirstBelief {
  const { handedOverMs, arrivedOn } = parcel.seen;
  if (handedOverMs === null || arrivedOn !== null || COMES_NO_MORE.has(parcel.status)) return NO_FIRST_BELIEF;
  if (nowMs - handedOverMs > FRESH_MS) return NO_FIRST_BELIEF;
  const handedOver = { ...parcel, status: "picked_up", newsMs: handedOverMs } as const;
  const law = lawOf(reader, handedOver, localMoment(handedOverMs, parcel.seen.zone));
  const { fromDay, toDay } = windowOf(reader, law);
  const { route, networks } = parcelRoute({ ...parcel.way, ...parcel.seen });
  return {
    learnedFirstFrom: dayText(fromDay),
    learnedFirstTo: dayText(toDay),
    learnedFirstDay: dayText(medianDay(law)),
    forecast: centreNow(reader, route, networks),
    lateFirst: promisedTo === null ? null : chanceLaterThan(law, dayNumber(promisedTo)),
  };
}
