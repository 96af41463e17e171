import { alpha2 } from "#lib/carriers/reading.ts";
import { countryInLine, isOneTown } from "#lib/tracking/country-codes.ts";
import { NOWHERE, type Place } from "#lib/tracking/observation.ts";
import type { DhlEvent } from "./schema.ts";

/** Countries where DHL writes "City, STATE, COUNTRY". */
const WITH_STATES: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/** Where an event was. The locality may start with a street ("Oderweg 2, AMSTERDAM"), which we never keep. */
export function placeOf({ location }: Pick<DhlEvent, "location">): Place {
  const { countryCode, postalCode, addressLocality } = location.address;
  const known = alpha2(countryCode);
  const [line, named] = withoutCountry(addressLocality ?? "", known);
  const country = known ?? named;
  const parts = line.split(",").map((part) => part.trim());
  if (country !== null && parts.length > 1 && parts.at(-1)?.toUpperCase() === country) parts.pop();
  const hasState = country !== null && WITH_STATES.has(country) && parts.length > 1;
  const region = hasState && /^[A-Z]{2,3}$/.test(parts.at(-1) ?? "") ? (parts.pop() ?? null) : null;
  const city = parts.at(-1) || null;
  return (city ?? region ?? postalCode ?? country) === null ? NOWHERE : { city, region, postalCode, country };
}

/**
 * Express writes "CINCINNATI HUB, OH - USA", others "Berlin, Germany" or "Deutschland" alone: the country's name is no part of
 * the town. Where the country is known to be another it is a town's: there is a Nederland in Colorado.
 */
function withoutCountry(line: string, known: string | null): readonly [rest: string, country: string | null] {
  const [, town = "", behind = ""] = /^(.*\S)\s+- (.+)$/.exec(line) ?? [];
  const ofExpress = countryInLine(behind);
  if (ofExpress !== null) return [town, ofExpress];
  const [, rest = "", name = line] = /^(.*\S)\s*,\s*([^,]+?)$/.exec(line) ?? [];
  const country = countryInLine(name);
  if (country === null || (known !== null && known !== country)) return [line, null];
  return [rest === "" && isOneTown(country) ? line : rest, country];
}
