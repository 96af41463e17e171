import { chosenJourney, journeyOf } from "#lib/carriers/sandbox/journeys.ts";
import { validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { SANDBOX_CARRIERS } from "#lib/carriers/sandbox/script.ts";
import { kilometresOf } from "#lib/map/kilometres-of.ts";
import type { ArrivalParcel } from "#lib/promise/arrival/arrival-parcel.ts";
import { shopNetworks, shopRoute } from "#lib/promise/arrival/shop-terms.ts";
import { randomFrom } from "./resampled.ts";

/** What is left out of a parcel, to see what it brings. */
export type Without = "nothing" | "scans" | "routes";

/** A parcel that the sandbox plays, in days since 1970-01-01 with a fraction. */
export type PlayedParcel = {
  readonly promisedOn: number;
  /** All scans from the hand-over on, as they become visible. */
  readonly scans: readonly { readonly at: number; readonly isOnVan: boolean }[];
  readonly parcel: ArrivalParcel;
};

const FIRST_DAY = 20_454;
const DAYS = 150;
const PROMISED_DAYS = 3;
const MINUTES = 1_440;
const ENDS_OTHERWISE: ReadonlySet<string> = new Set(["return_started", "returned", "refused", "cancelled"]);

/** The days over which `playedParcels` are handed over. */
export const PLAYED_DAYS = { from: FIRST_DAY, to: FIRST_DAY + DAYS } as const;

/** `count` parcels with the journeys of the sandbox in its own mix, handed over through five months; the same each time. */
export function playedParcels(count: number): readonly PlayedParcel[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, (_, seed) => playedParcel(seed, random)).filter((one) => one !== null);
}

function playedParcel(seed: number, random: () => number): PlayedParcel | null {
  const carrier = SANDBOX_CARRIERS[seed % SANDBOX_CARRIERS.length] ?? "ups";
  const number = validNumber(carrier, `played ${seed}`);
  const { events } = journeyOf(chosenJourney(carrier, number), carrier, number);
  const start = FIRST_DAY + Math.floor(random() * DAYS) + (8 + random() * 10) / 24;
  const at = (minutes: number) => start + minutes / MINUTES;
  const first = events.findIndex(({ step }) => step !== "label");
  const moved = first < 0 ? [] : events.slice(first);
  const [handedOver] = moved;
  if (handedOver === undefined || handedOver.step === "cancelled" || handedOver.step === "note") return null;
  const delivered = moved.find(({ step }) => ["delivered", "held_for_pickup", "in_locker"].includes(step));
  const other = moved.find(({ step }) => ENDS_OTHERWISE.has(step));
  const scans = moved
    .map(({ step, atMinutes, shownAtMinutes }) => ({
      at: at(Math.max(atMinutes, shownAtMinutes ?? atMinutes)),
      isOnVan: step === "out_for_delivery",
    }))
    .sort((one, two) => one.at - two.at);
  const [from, to] = [handedOver.place, moved.at(-1)?.place ?? handedOver.place];
  const way = {
    carrier,
    service: null,
    warehouse: from.city.toLowerCase(),
    fromPostcode: null,
    toPostcode: null,
  } as const;
  const route = { ...way, fromCountry: from.country, toCountry: to.country, km: kilometresOf(from, to) };
  const handedOverAt = at(handedOver.atMinutes);
  const deliveredAt = delivered === undefined ? null : at(delivered.atMinutes);
  return {
    promisedOn: Math.floor(handedOverAt) + PROMISED_DAYS,
    scans,
    parcel: {
      route: shopRoute(route),
      networks: shopNetworks(route),
      orderedAt: start - 0.5,
      handedOverAt,
      deliveredAt,
      watchedUntil: delivered === undefined && other !== undefined ? at(other.atMinutes) : null,
      weight: 1,
      forecast: null,
      longestSilence: deliveredAt === null ? null : longestGap(scans, deliveredAt),
      outForDeliveryAt: scans.findLast(({ isOnVan }) => isOnVan)?.at ?? null,
    },
  };
}

function longestGap(scans: PlayedParcel["scans"], until: number) {
  const moments = scans.map(({ at }) => at).filter((at) => at <= until);
  let longest = { from: until, to: until };
  for (const [index, from] of moments.entries()) {
    const to = moments[index + 1] ?? until;
    if (to - from > longest.to - longest.from) longest = { from, to };
  }
  return longest;
}

/** The parcel with something left out. */
export function parcelWithout(parcel: ArrivalParcel, without: Without): ArrivalParcel {
  if (without === "scans") return { ...parcel, longestSilence: null, outForDeliveryAt: null };
  if (without === "nothing") return { ...parcel };
  const { numerics, levels } = parcel.route;
  return {
    ...parcel,
    networks: ["any"],
    route: { numerics: numerics.map(() => null), levels: levels.map(() => null) },
  };
}
