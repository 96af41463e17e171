import { countryText } from "./dates.ts";
import type { Language } from "./language.ts";

export type Destination = {
  readonly initial: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/** Where a parcel goes, as far as anyone with the link may know, in the order that people write it. Empty when nothing is known. */
export function destinationText({ initial, city, country }: Destination, language: Language): string {
  return language.habits.destination({
    person: initial === null ? "" : language.habits.initial(initial),
    city: city ?? "",
    country: country === null ? "" : countryText(country, language),
  });
}
