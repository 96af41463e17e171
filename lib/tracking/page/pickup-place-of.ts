import { Temporal } from "temporal-polyfill";
import type { TrackingState } from "#lib/tracking/tracking-state.ts";
import type { PickupPlace } from "./tracking-page.ts";

/**
 * Where a parcel waits, for its reader; null where it does not wait or only a town is known. A carrier that names the shop
 * and not its town is taken at the word of its scan. `today` is the day there, `YYYY-MM-DD`.
 */
export function pickupPlaceOf({ pickup, place }: TrackingState, today: string): PickupPlace | null {
  if (pickup === null) return null;
  const { name, street, postalCode, hours, until } = pickup;
  const { city, region, country } = pickup.city === null && place !== null ? place : pickup;
  return { name, street, postalCode, city, region, country, hours, untilDay: until, daysLeft: daysLeft(today, until) };
}

function daysLeft(today: string, until: string | null): number | null {
  return until === null ? null : Temporal.PlainDate.from(today).until(until, { largestUnit: "days" }).days;
}
