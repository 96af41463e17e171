import { alpha2 } from "#lib/carriers/reading.ts";
import { alpha2Named } from "#lib/tracking/country-codes.ts";
import { NOWHERE, type Place } from "#lib/tracking/observation.ts";
import type { DhlEvent } from "./schema.ts";

/** Countries where DHL writes "City, STATE, COUNTRY". */
const WITH_STATES: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/** Where an event was. The locality may start with a street ("Oderweg 2, AMSTERDAM"), which we never keep. */
export function placeOf({ location }: Pick<DhlEvent, "location">): Place {
  const { countryCode, postalCode, addressLocality } = location.address;
  const [line, named] = withoutCountry(addressLocality ?? "");
  const country = alpha2(countryCode) ?? named;
  const parts = line.split(",").map((part) => part.trim());
  if (country !== null && parts.length > 1 && parts.at(-1)?.toUpperCase() === country) parts.pop();
  const hasState = country !== null && WITH_STATES.has(country) && parts.length > 1;
  const region = hasState && /^[A-Z]{2,3}$/.test(parts.at(-1) ?? "") ? (parts.pop() ?? null) : null;
  const city = parts.at(-1) || null;
  return (city ?? region ?? postalCode ?? country) === null ? NOWHERE : { city, region, postalCode, country };
}

/** Express writes "CINCINNATI HUB, OH - USA", others "Berlin, Germany": the country's name is no part of the town. */
function withoutCountry(line: string): readonly [rest: string, country: string | null] {
  const [, rest = "", name = ""] = /^(.*\S)\s*(?:,| - )\s*([^,]+?)$/.exec(line) ?? [];
  const country = alpha2Named(name);
  return country === null ? [line, null] : [rest, country];
}
