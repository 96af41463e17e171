import type { ScriptPlace } from "./script.ts";

const ENGLISH = new Intl.DisplayNames("en", { type: "region" });
const NAMES = new Map<string, string>();
const UPPER = new Map<string, string>();

/** The English name of an ISO country: `Germany`. */
export function countryName(code: string): string {
  const known = NAMES.get(code);
  if (known !== undefined) return known;
  const name = ENGLISH.of(code) ?? code;
  NAMES.set(code, name);
  return name;
}

/** Capitals as American carriers print them: `KÖLN` is `KOLN`. */
export function inCapitals(text: string): string {
  const known = UPPER.get(text);
  if (known !== undefined) return known;
  const capitals = text.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  UPPER.set(text, capitals);
  return capitals;
}

export function isAmerican(place: ScriptPlace): boolean {
  return place.country === "US";
}

/** The first letters of words as capitals: `Front Door`. */
export function inTitleCase(text: string): string {
  return text.replaceAll(/(^|[\s/])\p{Ll}/gu, (start) => start.toUpperCase());
}
