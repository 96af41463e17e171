import { chanceLaterThan, chanceLost, chanceOpenAt, momentOfChance } from "#lib/promise/arrival/arrival-law.ts";
import { arrivalLaw, type DayWindow, windowOf } from "#lib/promise/arrival/arrival-of.ts";
import type { ArrivalParcel } from "#lib/promise/arrival/arrival-parcel.ts";
import {
  type ArrivalReader,
  type ArrivalState,
  arrivalReader,
  centreNow,
  driftedArrivals,
  learnedArrivals,
} from "#lib/promise/arrival/arrival-state.ts";
import type { OlistOrder } from "./olist-orders.ts";
import { OLIST_HOLIDAYS, type OlistMethod, olistRoute } from "./olist-terms.ts";

/** What was said of an order at its hand-over. */
export type AtHandOver = {
  readonly lateByTime: number;
  readonly lateByDay: number;
  readonly date: number;
  readonly window: DayWindow;
};

/** What was said of an open order at the beginning of a day before its promised day. */
export type Snapshot = {
  readonly daysAhead: number;
  readonly late: number;
  readonly date: number;
  readonly handedOver: boolean;
};

export type OrderRun = {
  readonly order: OlistOrder;
  readonly atHandOver: AtHandOver | null;
  readonly snapshots: readonly Snapshot[];
  /** The first day on which it was called probably lost by its silence alone; null where it never was. */
  readonly lostOn: number | null;
};

/** The files hold one in twenty of the parcels that came and all of those that never did: weights put it right. */
const NEVER_CAME_WEIGHT = 5172 / 96478;
const REFIT_DAYS = 7;
const PROBABLY_LOST = 0.5;

type Track = {
  readonly order: OlistOrder;
  readonly parcel: ArrivalParcel & { forecast: number | null };
  atHandOver: AtHandOver | null;
  readonly snapshots: Snapshot[];
  lostOn: number | null;
};

type DailyRunOptions = { readonly method: OlistMethod; readonly fromDay: number; readonly toDay: number };

/** Lives through every day: learns weekly, follows the drift daily, and says at each hand-over and each morning what it thinks. */
export function dailyRun(
  orders: readonly OlistOrder[],
  { method, fromDay, toDay }: DailyRunOptions,
): readonly OrderRun[] {
  const tracks = orders.map((order) => trackOf(order, method));
  const parcels = tracks.map(({ parcel }) => parcel);
  let state: ArrivalState | null = null;
  for (let day = fromDay; day < toDay; day += 1) {
    state =
      state === null || (day - fromDay) % REFIT_DAYS === 0
        ? learnedArrivals(method.terms, parcels, { day, holidays: OLIST_HOLIDAYS })
        : driftedArrivals(state, parcels, day);
    const reader = arrivalReader(state);
    for (const track of tracks) lookAt(track, reader, day);
    if ((day - fromDay) % 120 === 0) console.error(`day ${day - fromDay} of ${toDay - fromDay}`);
  }
  return tracks;
}

function trackOf(order: OlistOrder, method: OlistMethod): Track {
  return { order, parcel: parcelOf(order, method), atHandOver: null, snapshots: [], lostOn: null };
}

/** An order as the estimate learns from it. */
export function parcelOf(order: OlistOrder, { networksOf }: OlistMethod): ArrivalParcel & { forecast: number | null } {
  return {
    route: olistRoute(order),
    networks: networksOf(order),
    orderedAt: order.purchasedAt,
    handedOverAt: order.handedOverAt,
    deliveredAt: order.deliveredAt,
    watchedUntil: null,
    weight: order.deliveredAt === null ? NEVER_CAME_WEIGHT : 1,
    forecast: null,
    longestSilence: null,
    outForDeliveryAt: null,
  };
}

function lookAt(track: Track, reader: ArrivalReader, day: number): void {
  const { order, parcel } = track;
  if (order.purchasedAt >= day + 1) return;
  if (Math.floor(order.handedOverAt) === day) sayAtHandOver(track, reader);
  if (order.purchasedAt >= day || (order.deliveredAt !== null && order.deliveredAt < day)) return;
  const daysAhead = order.promisedOn - day;
  const handedOver = order.handedOverAt < day;
  if (daysAhead >= 0) {
    const law = lawOf(parcel, reader, { handedOver, seenAt: day });
    track.snapshots.push({
      daysAhead,
      late: chanceLaterThan(law, order.promisedOn),
      date: momentOfChance(law, 0.5),
      handedOver,
    });
  }
  if (handedOver && track.lostOn === null && daysAhead > -60) {
    if (chanceLost(lawOf(parcel, reader, { handedOver, seenAt: day })) >= PROBABLY_LOST) track.lostOn = day;
  }
}

function sayAtHandOver(track: Track, reader: ArrivalReader): void {
  const { order, parcel } = track;
  const law = lawOf(parcel, reader, { handedOver: true, seenAt: order.handedOverAt });
  parcel.forecast = centreNow(reader, parcel.route, parcel.networks);
  track.atHandOver = {
    lateByTime: chanceOpenAt(law, order.promisedOn),
    lateByDay: chanceLaterThan(law, order.promisedOn),
    date: momentOfChance(law, 0.5),
    window: windowOf(reader, law),
  };
}

function lawOf(
  parcel: ArrivalParcel,
  reader: ArrivalReader,
  seen: { readonly handedOver: boolean; readonly seenAt: number },
) {
  return arrivalLaw(reader, {
    route: parcel.route,
    networks: parcel.networks,
    orderedAt: parcel.orderedAt ?? parcel.handedOverAt,
    handedOverAt: seen.handedOver ? parcel.handedOverAt : null,
    lastScanAt: null,
    outForDeliveryAt: null,
    seenAt: seen.seenAt,
  });
}
