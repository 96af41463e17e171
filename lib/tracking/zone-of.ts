import { epochOf } from "./epoch.ts";
import type { Place } from "./observation.ts";
import { ONE_TIME, POSTAL_ZONES, STATE_ZONES, TOWNS_APART } from "./state-zones.ts";
import type { InstantRange } from "./zone-clock.ts";
import { instantsInZone } from "./zone-clock.ts";

const DAY = 86_400_000;
/** Where no time is given, zones count as one if they agree in winter and in summer. */
const WINTER_AND_SUMMER = [1_736_942_400_000, 1_752_580_800_000];

const zonesByCountry = new Map<string, readonly string[]>();

/**
 * The time zone of a place at a local time (`When.localTime`), where the place leaves no doubt; else null. A country with
 * several zones, or a state whose counties are divided, leaves none only while all its clocks show the same.
 */
export function zoneOf(place: Place, localTime: string | null): string | null {
  const [zone, ...others] = zonesOf(place);
  if (zone === undefined || others.length === 0) return zone ?? null;
  const moments = momentsOf(localTime);
  const agree = moments.every((moment) => {
    const range = instantsInZone(zone, moment);
    return range !== null && others.every((other) => isSame(range, instantsInZone(other, moment)));
  });
  return agree ? zone : null;
}

/** The same, and where only a state's border counties leave a doubt, the zone that most of the state keeps. */
export function likelyZoneOf(place: Place, localTime: string | null): string | null {
  const country = place.country?.trim().toUpperCase() ?? "";
  return zoneOf(place, localTime) ?? stateZones(country, place)?.[0] ?? null;
}

/** Every time zone that a place may keep; empty where it can be anywhere. */
export function zonesOf(place: Place): readonly string[] {
  const country = place.country?.trim().toUpperCase() ?? "";
  const oneTime = ONE_TIME[country];
  if (oneTime !== undefined) return [oneTime];
  const islands = POSTAL_ZONES[country];
  const postalCode = place.postalCode?.trim() ?? "";
  if (islands !== undefined && /^\d{4}/.test(postalCode)) {
    return [islands.apart.find(([codes]) => codes.test(postalCode))?.[1] ?? islands.main];
  }
  return stateZones(country, place) ?? countryZones(country);
}

function stateZones(country: string, place: Place): readonly string[] | null {
  const region = (place.region?.trim().toUpperCase() ?? "").replace(`${country}-`, "");
  const states = STATE_ZONES[country] ?? {};
  const zones = states[region];
  if (zones === undefined) return null;
  const apart = TOWNS_APART[`${country} ${region}`];
  const city = place.city?.trim().toUpperCase() ?? "";
  return apart === undefined || city === "" || apart.includes(city) ? zones : zones.slice(0, 1);
}

/** A country's zones as the runtime knows them (CLDR); empty for what is no country. Remembered: it takes 0.6 ms. */
function countryZones(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const known = zonesByCountry.get(country);
  if (known !== undefined) return known;
  const locale = new Intl.Locale(`und-${country}`);
  const zones = knowsZones(locale) ? (locale.getTimeZones() ?? []) : [];
  zonesByCountry.set(country, zones);
  return zones;
}

function knowsZones(locale: object): locale is { getTimeZones: () => string[] | undefined } {
  return "getTimeZones" in locale && typeof locale.getTimeZones === "function";
}

/** The wall clock's milliseconds at which zones have to agree: a day has to from its beginning to its end. */
function momentsOf(localTime: string | null): readonly number[] {
  const time = epochOf(localTime);
  if (time === null) return WINTER_AND_SUMMER;
  return time.hasClock ? [time.wallMs] : [time.wallMs, time.wallMs + DAY - 1];
}

function isSame(a: InstantRange, b: InstantRange | null): boolean {
  return b !== null && a.earliest === b.earliest && a.latest === b.latest;
}
