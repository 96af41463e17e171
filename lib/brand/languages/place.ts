import { countryText } from "./dates.ts";
import { isolated } from "./isolated.ts";
import type { Language } from "./language.ts";

/** `country` is ISO 3166-1 alpha-2; city and region as a carrier wrote them. */
export type PlaceToSay = {
  readonly city: string | null;
  readonly region: string | null;
  readonly country: string | null;
};

/**
 * A place on a parcel's way, as people of the language write it: "Memphis, TN", and the country where it is not `home`, the
 * country that the parcel goes to. Carriers' capitals are softened. Empty when nothing is known.
 */
export function placeText(place: PlaceToSay, language: Language, home: string | null): string {
  const isHome = place.country !== null && place.country.toUpperCase() === home?.trim().toUpperCase();
  const country = place.country === null || isHome ? "" : countryText(place.country, language);
  const city = softened(place.city);
  // Hong Kong and Singapore are their own country.
  const isOwnCountry = city !== "" && city.toLowerCase() === country.toLowerCase();
  const region = city === "" || place.region?.trim().toLowerCase() !== city.toLowerCase() ? softened(place.region) : "";
  if (city === "" && region === "") return place.country === null ? "" : countryText(place.country, language);
  const own = (part: string) => (language.direction === "ltr" ? isolated(part, "ltr") : part);
  return language.habits.place({ city: own(city), region: own(region), country: isOwnCountry ? "" : country });
}

/** A name as carriers print it, softened: "LOUISVILLE" is "Louisville"; short codes such as "TN" and whatever has small letters stay as they are. */
export function softened(text: string | null): string {
  const trimmed = text?.trim() ?? "";
  if (trimmed.length < 4 || /\p{Ll}/u.test(trimmed)) return trimmed;
  return trimmed.toLowerCase().replaceAll(/(^|[\s\-./(])(\p{L})/gu, (_, before: string, letter: string) => {
    return `${before}${letter.toUpperCase()}`;
  });
}
