import { alpha2 } from "#lib/carriers/reading.ts";
import { alpha2Named, placeInLine } from "#lib/tracking/country-codes.ts";
import { NOWHERE, type Place } from "#lib/tracking/observation.ts";
import type { SeventeentrackEvent } from "./schema.ts";

/** Where a scan was, from its parts; where these have no town, from the carrier's own line. */
export function placeOf({ address, location }: SeventeentrackEvent): Place {
  const { state, city, postal_code: postalCode } = address;
  const known = alpha2(address.country) ?? alpha2Named(address.country ?? "");
  const line = city === null ? placeInLine(location, known) : { town: city, region: null, country: known };
  const place = { city: line.town, region: state ?? line.region, postalCode, country: line.country };
  return Object.values(place).every((part) => part === null) ? NOWHERE : place;
}
