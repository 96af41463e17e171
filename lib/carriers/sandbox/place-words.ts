import * as z from "zod";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { likelyZoneOf } from "#lib/tracking/zone-of.ts";
import { isKnownZone, type ScriptPlace, scriptPlace } from "./script.ts";

const EXAMPLE = "Write it as Memphis, TN 38118 US or Köln, 50674 DE";
const AMERICAN_STATES = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
   SD TN TX UT VT VA WA WV WI WY`.split(/\s+/),
);
const COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/**
 * Reads `Memphis, TN 38118 US`, with the time zone in brackets behind it where the place leaves a doubt
 * (`Louisville, KY 40213 US [America/New_York]`). A place that fits no such words may stand there as JSON.
 */
export function readPlace(text: string): Result<ScriptPlace, string> {
  if (text.startsWith("{")) return readJson(text);
  const [, words = "", zone] = /^(.*?)(?:\s*\[([^\]]*)\])?$/s.exec(text.trim()) ?? [];
  const comma = words.lastIndexOf(",");
  const city = words.slice(0, Math.max(0, comma)).trim();
  const parts = words
    .slice(comma + 1)
    .split(/\s+/)
    .filter((part) => part !== "");
  if (comma < 0 || city === "" || parts.length === 0) return err(`"${text}" is no place. ${EXAMPLE}.`);
  const rest = withCountry(parts);
  if (rest === null) return err(`"${text}" has no country. ${EXAMPLE}.`);
  const [first = "", ...others] = rest.parts;
  const isRegion = /^[A-Z]{1,3}$/.test(first);
  const postalCode = (isRegion ? others : rest.parts).join(" ");
  return zoned({ city, region: isRegion ? first : null, postalCode, country: rest.country }, zone?.trim(), text);
}

/** The shortest text that `readPlace` reads as this place. */
export function placeText(place: ScriptPlace): string {
  const { city, region, postalCode, country, zone } = place;
  const plain = `${city}, ${[region, postalCode, country].filter((part) => part !== null && part !== "").join(" ")}`;
  const texts = [plain, `${plain} [${zone}]`];
  return texts.find((text) => isSame(readPlace(text), place)) ?? JSON.stringify(place);
}

/** Whether two places are the same in every part. */
export function isSamePlace(one: ScriptPlace, other: ScriptPlace): boolean {
  return (
    one.city === other.city &&
    one.region === other.region &&
    one.postalCode === other.postalCode &&
    one.country === other.country &&
    one.zone === other.zone
  );
}

/** The last of two letters is the country; an American state before a ZIP code, or alone, needs none. */
function withCountry(parts: readonly string[]): { readonly parts: readonly string[]; readonly country: string } | null {
  const [first = "", second = ""] = parts;
  const last = parts.at(-1) ?? "";
  const isCountry = /^[A-Z]{2}$/.test(last) && COUNTRIES.of(last) !== undefined;
  if (isCountry) return { parts: parts.slice(0, -1), country: last };
  const isAmerican = AMERICAN_STATES.has(first) && /^(\d{5}(-\d{4})?)?$/.test(second) && parts.length <= 2;
  return isAmerican ? { parts, country: "US" } : null;
}

function zoned(place: Omit<ScriptPlace, "zone">, zone: string | undefined, text: string): Result<ScriptPlace, string> {
  if (zone !== undefined) {
    return isKnownZone(zone) ? ok({ ...place, zone }) : err(`[${zone}] is no time zone, such as [America/Chicago].`);
  }
  const likely = likelyZoneOf(place, null);
  if (likely !== null && isKnownZone(likely)) return ok({ ...place, zone: likely });
  return err(`Clocks differ there: write the time zone behind it, as in ${text.trim()} [America/Chicago].`);
}

function readJson(text: string): Result<ScriptPlace, string> {
  try {
    const read = scriptPlace.safeParse(JSON.parse(text));
    return read.success ? ok(read.data) : err(`The place is not complete: ${z.prettifyError(read.error)}`);
  } catch {
    return err(`"${text}" is no place. ${EXAMPLE}.`);
  }
}

function isSame(read: Result<ScriptPlace, string>, place: ScriptPlace): boolean {
  return read.ok && isSamePlace(read.value, place);
}
