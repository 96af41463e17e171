import type { KnownParcel, Silence } from "./arrival-parcel.ts";
import { type DeliveryClock, deliveryDays } from "./delivery-clock.ts";

/**
 * What scans tell beyond the hand-over, as plain JSON: the longest silence of parcels that did arrive (delivery days, 0 % to
 * 100 % points), and the middle of ln(delivery days + 1) from the scan "out for delivery" to the door.
 */
export type ScanHabits = { readonly silences: readonly number[]; readonly doorCentre: number };

/**
 * Counted along with the shop's own parcels until there are `ENOUGH`. Judgement, not measured: no public data hold scans.
 * Most parcels are scanned every working day, one in a hundred is silent for a week and arrives all the same.
 */
const USUAL = {
  silences: [0.4, 0.6, 0.8, 0.9, 1, 1, 1.1, 1.2, 1.3, 1.3, 1.4, 1.5, 1.7, 1.9, 2.1, 2.3, 2.6, 3, 4, 7],
  door: Math.log1p(0.35),
} as const;
const ENOUGH = 100;
const PRIOR_DOORS = 10;
/** Only what was handed over in these last days counts. */
const DAYS = 365;

/** The habits of the shop's carriers, from parcels that arrived before `day`. */
export function scanHabits(known: readonly KnownParcel[], clock: DeliveryClock, day: number): ScanHabits {
  const arrived = known.filter(({ parcel, delivered }) => delivered && parcel.handedOverAt >= day - DAYS);
  const own = arrived.flatMap(({ parcel: { longestSilence } }) =>
    longestSilence === null ? [] : [silentFor(clock, longestSilence)],
  );
  const silences = (own.length < ENOUGH ? [...own, ...USUAL.silences] : own).sort((one, other) => one - other);
  const doors = arrived.flatMap(({ parcel: { outForDeliveryAt: from }, until }) =>
    from === null || from > until ? [] : [Math.log1p(silentFor(clock, { from, to: until }))],
  );
  for (let k = 0; k < PRIOR_DOORS; k += 1) doors.push(USUAL.door);
  doors.sort((one, other) => one - other);
  return {
    silences: Array.from({ length: 101 }, (_, k) =>
      round(silences[Math.round((k / 100) * (silences.length - 1))] ?? 0),
    ),
    doorCentre: round(doors[doors.length >> 1] ?? USUAL.door),
  };
}

/** A silence longer than any that ended well is called this rare, and rarer by and by. */
const RAREST = 0.005;

/**
 * The share of parcels that were silent for at least this long at some time and arrived all the same: 1 for no silence,
 * small for one that hardly ever ends well. Never rises with the silence.
 */
export function shareEverSilentFor(habits: ScanHabits, clock: DeliveryClock, silence: Silence): number {
  const days = silentFor(clock, silence);
  const shorter = habits.silences.findIndex((silent) => silent >= days);
  if (shorter >= 0) return Math.max(RAREST, 1 - shorter / habits.silences.length);
  const longest = Math.max(1, habits.silences.at(-1) ?? 1);
  return RAREST * Math.min(1, longest / days) ** 2;
}

function silentFor(clock: DeliveryClock, { from, to }: Silence): number {
  return Math.max(0, deliveryDays(clock, to) - deliveryDays(clock, from));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
