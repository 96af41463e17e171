import { err, ok, type Result } from "#lib/kernel/result.ts";
import { isSamePlace, placeText, readPlace } from "./place-words.ts";
import type { ScriptPlace } from "./script.ts";

/** The places that a text names at its top. */
export type KnownPlaces = {
  readonly from: ScriptPlace;
  readonly to: ScriptPlace;
  readonly others: readonly ScriptPlace[];
};

const FROM = /^(?:the )?(?:from|origin|sender|shop)$/i;
const TO = /^(?:the )?(?:to|destination|receiver|shopper)$/i;

/** The place that is meant behind an `@`: one from the top by its town, or written out. */
export function placeMeant(words: string, { from, to, others }: KnownPlaces): Result<ScriptPlace, string> {
  const text = words.trim();
  if (FROM.test(text)) return ok(from);
  if (TO.test(text)) return ok(to);
  const known = [from, to, ...others];
  const named = known.filter((place) => namesOf(place).includes(text.toLowerCase()));
  const [one, ...more] = named.filter((place, at) => named.findIndex((other) => isSamePlace(other, place)) === at);
  if (one !== undefined && more.length === 0) return ok(one);
  if (one !== undefined) {
    const all = [one, ...more].map((place) => `@ ${place.city} ${place.postalCode}`).join(" or ");
    return err(`There is more than one ${text}: write ${all}.`);
  }
  const read = readPlace(text);
  if (read.ok || text.includes(",")) return read;
  const cities = [...new Set(known.map(({ city }) => city))].join(", ");
  return err(
    `There is no place ${text} at the top (there are: ${cities}). Write it out, such as @ Memphis, TN 38118 US.`,
  );
}

/** The shortest words that mean a place. */
export function wordsForPlace(place: ScriptPlace, known: KnownPlaces): string {
  const means = (words: string) => {
    const meant = placeMeant(words, known);
    return meant.ok && isSamePlace(meant.value, place);
  };
  const short = [place.city, `${place.city} ${place.postalCode}`].filter((words) =>
    /^[^\s@()]([^\n\r@()]*[^\s@()])?$/.test(words),
  );
  return short.find(means) ?? placeText(place);
}

function namesOf({ city, postalCode }: ScriptPlace): readonly string[] {
  return [city.toLowerCase(), `${city} ${postalCode}`.toLowerCase()];
}
