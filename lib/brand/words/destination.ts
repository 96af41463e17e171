import type { Locale } from "#lib/brand/locale.ts";
import { countryText } from "./dates.ts";

export type Destination = {
  readonly initial: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/** Where a parcel goes, as far as anyone with the link may know, in the order that people write it. Empty when nothing is known. */
export function destinationText({ initial, city, country }: Destination, locale: Locale): string {
  const person = initial === null ? null : maskedName(initial);
  const land = country === null ? null : countryText(country, locale);
  if (locale === "en") return joined([person, city, land], ", ");
  return joined([joined([land, city], ""), person], "，");
}

/** "E." for most names; a Chinese surname with circles, as parcel labels in Taiwan have it. */
export function maskedName(initial: string): string {
  return /\p{Script=Han}/u.test(initial) ? `${initial}○○` : `${initial}.`;
}

function joined(parts: readonly (string | null)[], mark: string): string {
  return parts.filter((part) => part !== null && part !== "").join(mark);
}
