import { foldedName } from "./folded-name.ts";
import { type Town, townsBeginningWith, townsNamed } from "./gazetteer.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import { knownName } from "./known-names.ts";
import { adminCodeOf, countryOf } from "./region-codes.ts";

/** Where something is, in degrees. */
export type Spot = { readonly lon: number; readonly lat: number };

/** A town as carriers and shops write it. `country` is ISO 3166-1 alpha-2. */
export type TownName = {
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
};

/** Namesakes closer to each other than this are one town to a map: GeoNames has some towns twice. */
const SAME_KM = 40;
/** A town is meant without its state being told when it has this many people, and each namesake so many times fewer. */
const LARGE = 15_000;
const TIMES = 20;
/** Where GeoNames knows no population it is taken to be this, so that nothing is thought small. */
const UNKNOWN = 50_000;

const FOUND = new Map<string, Spot | null>();
const MOST_FOUND = 4096;

/**
 * Where a town is; null when that is not certain: no country, no town of the name, or several in question. The name has to
 * be the town's own, but for spelling. The state or province decides between namesakes; without one, only a town that is
 * overwhelmingly larger than all others is taken.
 */
export function findPlace({ city, region, country }: TownName): Spot | null {
  const name = foldedName(city ?? "");
  if (name === "" || country === null) return null;
  const key = `${country} ${name} ${region}`;
  const known = FOUND.get(key);
  if (known !== undefined) return known;
  const spot = spotOf(name, region?.trim().toUpperCase() ?? "", country.trim().toUpperCase());
  if (FOUND.size >= MOST_FOUND) FOUND.clear();
  FOUND.set(key, spot);
  return spot;
}

function spotOf(name: string, region: string, written: string): Spot | null {
  const country = countryOf(written, region);
  for (const reading of readingsOf(name, region === country ? "" : region, country)) {
    const known = knownName(reading.name, reading.admin, country);
    if (known !== null && typeof known !== "string") return known;
    const towns = townsNamed(known ?? reading.name, country);
    if (towns.length > 0) return meantOf(towns, { ...reading, name: known ?? reading.name }, country);
  }
  return null;
}

/** `admin` is what the state is called in GeoNames; `isUnread` when one was told that we cannot read. */
type Reading = { readonly name: string; readonly admin: string | null; readonly isUnread: boolean };

/** Carriers add words to a town's name: its state, "city", "hub". They are taken off only where the name as it stands is none. */
function readingsOf(name: string, region: string, country: string): readonly Reading[] {
  const admin = adminCodeOf(region, country);
  const isUnread = region !== "" && admin === null && foldedName(region) !== name;
  const whole: Reading = { name, admin, isUnread };
  const [, before = "", last = ""] = /^(.+) (\S{2,3})$/.exec(name) ?? [];
  const state = adminCodeOf(last, country);
  const isState = state !== null && (admin === null || admin === state) && !isUnread;
  const bare = isState ? [{ name: before, admin: state, isUnread: false }] : [];
  return [whole, ...bare].flatMap((reading) => {
    const plain = reading.name.replace(/ (?:city|hub|shi)$|(?<=\p{Script=Han}{2})[市縣县區区]$/u, "");
    return plain === reading.name ? [reading] : [reading, { ...reading, name: plain }];
  });
}

function meantOf(towns: readonly Town[], { name, admin, isUnread }: Reading, country: string): Spot | null {
  const within = towns.filter((town) => admin === null || town.admin === admin);
  const [largest, ...others] = within.toSorted((one, other) => other.population - one.population);
  if (largest === undefined) return null;
  const longer = townsBeginningWith(name, country).filter((town) => admin === null || town.admin === admin);
  const namesakes = others.filter((town) => kilometresBetween(town, largest) > SAME_KM);
  const shadowing = longer.filter(
    (town) => town.population > largest.population && kilometresBetween(town, largest) > SAME_KM,
  );
  const spot = { lon: largest.lon, lat: largest.lat };
  if (namesakes.length + shadowing.length === 0) return spot;
  if (isUnread || shadowing.length > 0 || largest.population < LARGE) return null;
  return namesakes.every(({ population }) => (population || UNKNOWN) * TIMES <= largest.population) ? spot : null;
}
