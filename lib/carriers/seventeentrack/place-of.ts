import { alpha2 } from "#lib/carriers/reading.ts";
import { NOWHERE, type Place } from "#lib/tracking/observation.ts";
import type { SeventeentrackEvent } from "./schema.ts";

/** Countries where carriers write "City, STATE". */
const WITH_STATES: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/**
 * Where a scan was, from its parts; where these have no town, from the carrier's own line ("Memphis, TN, US"). A line that
 * begins with a number may be a street, which we never keep.
 */
export function placeOf({ address, location }: SeventeentrackEvent): Place {
  const country = alpha2(address.country);
  const { state, city, postal_code: postalCode } = address;
  if (city !== null || (state ?? postalCode ?? location) === null) {
    const place = { city, region: state, postalCode, country };
    return Object.values(place).every((part) => part === null) ? NOWHERE : place;
  }
  const [town, ...rest] = (location ?? "").split(",").map((part) => part.trim());
  const isTown = town !== undefined && town !== "" && !/\d/.test(town);
  const code = rest.find((part) => /^[A-Z]{2,3}$/.test(part) && part !== country) ?? null;
  const region = state ?? (country !== null && WITH_STATES.has(country) ? code : null);
  const place = { city: isTown ? town : null, region, postalCode, country };
  return Object.values(place).every((part) => part === null) ? NOWHERE : place;
}
