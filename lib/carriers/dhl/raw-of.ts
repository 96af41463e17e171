import { placeOf } from "./place-of.ts";
import type { DhlEvent } from "./schema.ts";

/**
 * What is kept of an event, in DHL's own form: code, words, time, and the place down to its city. DHL writes streets before
 * the city, and names of people into remarks.
 */
export function rawOf(event: DhlEvent): object {
  const { countryCode, postalCode } = event.location.address;
  const { city, region } = placeOf(event);
  const addressLocality = [city, region].filter((part) => part !== null).join(", ") || null;
  const address = present({ countryCode, postalCode, addressLocality });
  const { timestamp, statusCode, status, description } = event;
  return { ...present({ timestamp, statusCode, status, description }), location: { address } };
}

function present(fields: Readonly<Record<string, string | null>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
