import type HolidaysOfPlace from "date-holidays";
import { Temporal } from "temporal-polyfill";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";

/**
 * The public holidays of a place (ISO 3166: `DE`, `DE-BY`, `DE-BY-A`) in some years, as days `YYYY-MM-DD`; null where the
 * place is not known.
 */
export type HolidaysOf = (place: string, years: readonly number[]) => ReadonlySet<string> | null;

type NamesPlace = { readonly calendar: Pick<PromiseRule["calendar"], "holidaysOf"> };

type Place = {
  readonly source: HolidaysOfPlace;
  readonly zone: string;
  readonly years: Map<number, readonly string[]>;
};

/** A year takes 5 to 150 ms to work out and never changes, so each is kept. */
const places = new Map<string, Place>();

/** From when to when a day has to be free to count: a parcel still moves on a day that is free from noon or the evening on. */
const WORKED = { from: 10, to: 16 };

/** The holidays that these rules need. The package behind it (0.2 s, 40 MB of memory) is read only when a rule names a place. */
export async function loadHolidays(rules: readonly NamesPlace[]): Promise<HolidaysOf> {
  if (rules.every(({ calendar }) => calendar.holidaysOf === null)) return () => null;
  const { default: Holidays } = await import("date-holidays");
  return (name, years) => {
    const place = places.get(name) ?? placeFrom(Holidays, name);
    if (place === null) return null;
    places.set(name, place);
    return new Set(years.flatMap((year) => daysIn(place, year)));
  };
}

/** Null for what the package does not know: it would take the country for an unknown region, and no holidays for a country. */
function placeFrom(Holidays: typeof HolidaysOfPlace, name: string): Place | null {
  const [country = "", state, region, ...rest] = name.split("-");
  const all = new Holidays();
  const has = (known: Readonly<Record<string, string>> | undefined, code: string) =>
    known !== undefined && Object.hasOwn(known, code);
  if (!has(all.query(), country) || rest.length > 0) return null;
  if (state !== undefined && !has(all.query(country), state)) return null;
  if (state !== undefined && region !== undefined && !has(all.query(country, state), region)) return null;
  const source = new Holidays(
    { country, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) },
    { types: ["public"] },
  );
  const zone = source.getTimezones()[0];
  return zone === undefined ? null : { source, zone, years: new Map() };
}

function daysIn(place: Place, year: number): readonly string[] {
  const known = place.years.get(year);
  if (known !== undefined) return known;
  const days = place.source
    .getHolidays(year)
    .flatMap(({ start, end }) => daysOff(start.getTime(), end.getTime(), place.zone));
  place.years.set(year, days);
  return days;
}

/** The days whose working hours lie within the holiday, which may begin at sunset and last for days. */
function daysOff(startMs: number, endMs: number, zone: string): readonly string[] {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
  const [start, end] = [at(startMs), at(endMs)];
  const days: string[] = [];
  for (let day = start.toPlainDate(); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    const begins = Temporal.PlainDateTime.compare(start, day.toPlainDateTime({ hour: WORKED.from })) <= 0;
    const lasts = Temporal.PlainDateTime.compare(end, day.toPlainDateTime({ hour: WORKED.to })) >= 0;
    if (begins && lasts) days.push(day.toString());
  }
  return days;
}
