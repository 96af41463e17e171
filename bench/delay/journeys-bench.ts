import { chanceLaterThan, chanceLost, momentOfChance } from "#lib/promise/arrival/arrival-law.ts";
import { arrivalLaw } from "#lib/promise/arrival/arrival-of.ts";
import type { ArrivalParcel } from "#lib/promise/arrival/arrival-parcel.ts";
import {
  type ArrivalReader,
  type ArrivalState,
  arrivalReader,
  driftedArrivals,
  learnedArrivals,
} from "#lib/promise/arrival/arrival-state.ts";
import { SHOP_TERMS } from "#lib/promise/arrival/shop-terms.ts";
import { PLAYED_DAYS, type PlayedParcel, parcelWithout, playedParcels, type Without } from "./played-parcels.ts";
import { rocAuc, type Scored } from "./ranking.ts";
import { intervalsOf } from "./resampled.ts";

type Figures = Readonly<Record<string, number>>;

const PARCELS = 5_000;
const REFIT_DAYS = 7;
/** Learned from before anything is measured. */
const WARM_UP_DAYS = 45;
const LOST = 0.5;
const VARIANTS = ["nothing", "scans", "routes"] as const satisfies readonly Without[];

/** What was said of one parcel on its mornings. `lostAfter`: days from the hand-over to the first "probably lost". */
type Said = { readonly late: Scored[]; readonly errors: number[]; lostAfter: number | null };
type Told = { readonly played: PlayedParcel; readonly said: Readonly<Record<Without, Said>> };

/**
 * The sandbox's journeys, lived through morning by morning, with everything, without scans and without routes: what each
 * brings, on the same parcels, with intervals from drawing the parcels again. Made up: they show that a part works, not how
 * much it brings to a shop.
 */
export function journeysBench(): Figures {
  const told: readonly Told[] = playedParcels(PARCELS).map((played) => ({
    played,
    said: { nothing: unsaid(), scans: unsaid(), routes: unsaid() },
  }));
  for (const without of VARIANTS) {
    console.error(without === "nothing" ? "with everything" : `without ${without}`);
    liveThrough(told, without);
  }
  const measured = told.filter(({ played }) => played.parcel.handedOverAt >= PLAYED_DAYS.from + WARM_UP_DAYS);
  console.error(`${measured.length} parcels measured; intervals`);
  const figures = { parcels: measured.length, ...all(measured), ...intervalsOf(measured, all) };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}

function unsaid(): Said {
  return { late: [], errors: [], lostAfter: null };
}

function liveThrough(told: readonly Told[], without: Without): void {
  const parcels = told.map(({ played }) => parcelWithout(played.parcel, without));
  let state: ArrivalState | null = null;
  for (let day = PLAYED_DAYS.from + 1; day < PLAYED_DAYS.to + 30; day += 1) {
    state =
      state === null || (day - PLAYED_DAYS.from) % REFIT_DAYS === 0
        ? learnedArrivals(SHOP_TERMS, parcels, { day, holidays: [] })
        : driftedArrivals(state, parcels, day);
    const reader = arrivalReader(state);
    for (const [index, parcel] of parcels.entries()) {
      const one = told[index];
      if (one !== undefined && isOpen(parcel, day)) sayOn(day, { reader, parcel, one, without });
    }
  }
}

function isOpen({ handedOverAt, deliveredAt, watchedUntil }: ArrivalParcel, day: number): boolean {
  return handedOverAt < day && (deliveredAt ?? watchedUntil ?? day) >= day && day - handedOverAt < 30;
}

type Asked = {
  readonly reader: ArrivalReader;
  readonly parcel: ArrivalParcel;
  readonly one: Told;
  readonly without: Without;
};

function sayOn(day: number, { reader, parcel, one, without }: Asked): void {
  const { scans, promisedOn } = one.played;
  const last = without === "scans" ? undefined : scans.findLast(({ at }) => at < day);
  const law = arrivalLaw(reader, {
    ...parcel,
    orderedAt: parcel.orderedAt ?? parcel.handedOverAt,
    lastScanAt: last?.at ?? null,
    outForDeliveryAt: last?.isOnVan === true ? last.at : null,
    seenAt: day,
  });
  const said = one.said[without];
  const { deliveredAt } = parcel;
  const isLate = deliveredAt === null || Math.floor(deliveredAt) > promisedOn;
  if (day <= promisedOn) said.late.push({ score: chanceLaterThan(law, promisedOn), late: isLate });
  if (deliveredAt !== null) said.errors.push(Math.abs(momentOfChance(law, 0.5) - deliveredAt));
  if (said.lostAfter === null && chanceLost(law) >= LOST) said.lostAfter = day - parcel.handedOverAt;
}

function all(told: readonly Told[]): Figures {
  const [full, blind, flat] = VARIANTS.map((without) => figuresOf(told, without));
  const gains = (name: string, other: Figures | undefined) =>
    Object.fromEntries(
      Object.entries(full ?? {}).map(([key, value]) => [`${name}${key}`, value - (other?.[key] ?? 0)]),
    );
  return { ...full, ...gains("scansBring", blind), ...gains("routesBring", flat) };
}

function figuresOf(told: readonly Told[], without: Without): Figures {
  const said = told.map((one) => ({ ...one.said[without], parcel: one.played.parcel }));
  const errors = said.flatMap((one) => one.errors);
  const came = said.filter(({ parcel }) => parcel.deliveredAt !== null);
  const never = said.filter(({ parcel }) => parcel.deliveredAt === null && parcel.watchedUntil === null);
  const flagged = never.flatMap(({ lostAfter }) => lostAfter ?? []);
  return {
    RocAucLate: rocAuc(said.flatMap((one) => one.late)),
    MaeDays: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    WronglyLost: came.filter(({ lostAfter }) => lostAfter !== null).length / came.length,
    LostFlagged: flagged.length / never.length,
    LostFlaggedAfterDays: flagged.reduce((sum, days) => sum + days, 0) / flagged.length,
  };
}
