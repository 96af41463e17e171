import { NOWHERE, type Pickup } from "./observation.ts";

const NOTHING: Pickup = { ...NOWHERE, name: null, street: null, hours: [], until: null };
const WHERE = ["name", "street", "postalCode", "city", "country"] as const;

/** What is longer is no name and no street. */
const LONGEST = 200;

/** A pick-up place with nothing in what the carrier left out; null where it tells neither a place nor a day nor hours. */
export function pickupAt(known: Partial<Pickup>): Pickup | null {
  const told = { ...NOTHING, ...known };
  const pickup = { ...told, name: shortOrNull(told.name), street: shortOrNull(told.street) };
  const { name, street, postalCode, city, until, hours } = pickup;
  const isTold = [name, street, postalCode, city, until].some((text) => text !== null) || hours.length > 0;
  return isTold ? pickup : null;
}

/** The newer word with what only the older one knows; where they speak of two places, the newer one alone. */
export function completedPickup(newer: Pickup | null, older: Pickup | null): Pickup | null {
  if (newer === null || older === null) return newer ?? older;
  if (isElsewhere(newer, older)) return newer;
  return {
    name: newer.name ?? older.name,
    street: newer.street ?? older.street,
    city: newer.city ?? older.city,
    region: newer.region ?? older.region,
    postalCode: newer.postalCode ?? older.postalCode,
    country: newer.country ?? older.country,
    hours: newer.hours.length > 0 ? newer.hours : older.hours,
    until: newer.until ?? older.until,
  };
}

/** Whether two words speak of two places; capitals and punctuation tell no places apart. */
export function isElsewhere(a: Pickup, b: Pickup): boolean {
  return WHERE.some((key) => a[key] !== null && b[key] !== null && bare(a[key]) !== bare(b[key]));
}

/** All that is said of a pick-up place, in one order: equal for equal places. */
export function wordsOfPickup(pickup: Pickup | null): readonly unknown[] | null {
  if (pickup === null) return null;
  const { name, street, city, region, postalCode, country, hours, until } = pickup;
  return [
    ...[name, street, city, region, postalCode, country, until],
    hours.map(({ weekdays, from, to }) => [weekdays, from, to]),
  ];
}

function shortOrNull(text: string | null): string | null {
  return text !== null && text.length > LONGEST ? null : text;
}

function bare(text: string | null): string {
  return (text ?? "").toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
