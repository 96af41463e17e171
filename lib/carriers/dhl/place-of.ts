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
  const [parts, ownPostcode] = withoutPostcode(line.split(",").map((part) => part.trim()));
  if (country !== null && parts.length > 1 && parts.at(-1)?.toUpperCase() === country) parts.pop();
  const hasState = country !== null && WITH_STATES.has(country) && parts.length > 1;
  const region = hasState && /^[A-Z]{2,3}$/.test(parts.at(-1) ?? "") ? (parts.pop() ?? null) : null;
  const city = parts.at(-1) || null;
  const place = { city, region, postalCode: postalCode ?? ownPostcode, country };
  return Object.values(place).every((part) => part === null) ? NOWHERE : place;
}

/** Supply Chain writes "PRATTELN,4133". */
function withoutPostcode(parts: string[]): readonly [rest: string[], postcode: string | null] {
  const last = parts.at(-1) ?? "";
  return parts.length > 1 && /^\d[\d -]{2,9}$/.test(last) ? [parts.slice(0, -1), last] : [parts, null];
}

/**
 * Express writes "CINCINNATI HUB, OH - USA", Supply Chain "Budapest,Hungary,EMEA - somebody's name,1097", others "Berlin,
 * Germany" or "Deutschland" alone: the country's name is no part of the town. Where the country is known to be another it is a town's: there is a Nederland in Colorado.
 */
function withoutCountry(line: string, known: string | null): readonly [rest: string, country: string | null] {
  const [, town = "", behind = ""] = /^(.*\S)\s+- (.+)$/.exec(line) ?? [];
  const ofExpress = countryInLine(behind);
  if (ofExpress !== null) return [town, ofExpress];
  const [, inTown = "", inside = "", postcode = ""] = /^([^,]+),([^,]+),.*?(,[\d -]{3,10})?$/.exec(line) ?? [];
  const ofMiddle = countryInLine(inside);
  if (ofMiddle !== null && (known ?? ofMiddle) === ofMiddle) return [inTown + postcode, ofMiddle];
  const [, rest = "", name = line] = /^(.*\S)\s*,\s*([^,]+?)$/.exec(line) ?? [];
  const country = countryInLine(name);
  if (country === null || (known !== null && known !== country)) return [line, null];
  return [rest === "" && isOneTown(country) ? line : rest, country];
}
