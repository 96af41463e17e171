import { Temporal } from "temporal-polyfill";
import type { Observation } from "#lib/tracking/observation.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { CheckFacts } from "#lib/tracking/tracking-state.ts";
import { UNSAID } from "#lib/tracking/unsaid.ts";
import type { OrderRecord, ParcelRecord } from "./tracking-page.ts";

/** Noon in London on Thursday 5 November 2026. */
export const NOW = Temporal.Instant.from("2026-11-05T12:00:00Z");
export const CHECKED: CheckFacts = { supported: true, checkedAt: "2026-11-05T11:57:00Z", problem: null };

type Told = Partial<Omit<Observation, "effect" | "status">>;

/** A scan that moves, at a local time. */
export function scan(status: Status, localTime: string, told: Told = {}): Observation {
  return { ...nothing, ...told, effect: "moves", status, localTime, kind: told.kind ?? "scan" };
}

/** A scan that only informs. */
export function note(localTime: string, description: string, told: Told = {}): Observation {
  return { ...nothing, ...told, effect: "informs", status: null, localTime, description };
}

/** A place in Great Britain, or elsewhere. */
export function at(city: string, country = "GB", region: string | null = null): Pick<Observation, "place"> {
  return { place: { city, region, postalCode: "X1 1XX", country } };
}

/** A parcel of UPS, handed over on Monday evening, with the first line of the order in it. */
export function parcelOf(observations: readonly Observation[], change: Partial<ParcelRecord> = {}): ParcelRecord {
  return {
    carrier: "ups",
    shippedAt: "2026-11-02T18:00:00Z",
    items: [{ position: 1, quantity: null }],
    observations,
    check: CHECKED,
    ...change,
  };
}

/** An order of one thing, placed on Sunday and promised for Thursday or Friday. */
export function orderOf(change: Partial<OrderRecord> = {}): OrderRecord {
  return {
    number: "#1001",
    placedAt: "2026-11-01T10:00:00Z",
    cancelledAt: null,
    shipName: "Arthur Nguyen",
    shipCity: "Leeds",
    shipCountry: "GB",
    hasPostcode: true,
    lines: [lineOf(1)],
    parcels: [],
    promises: [{ fromDay: "2026-11-05", toDay: "2026-11-06" }],
    ...change,
  };
}

/** One thing that has to be sent. */
export function lineOf(position: number, quantity = 1): OrderRecord["lines"][number] {
  return { position, title: `Thing ${position}`, quantity, requiresShipping: true, picturePath: null, pageUrl: null };
}

const nothing: Omit<Observation, "effect" | "status"> = {
  ...UNSAID,
  kind: "scan",
  reportPosition: 0,
  corrects: false,
  observedAt: CHECKED.checkedAt ?? "",
};
