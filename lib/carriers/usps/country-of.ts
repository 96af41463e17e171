import { alpha2 } from "#lib/carriers/reading.ts";

/** USPS's names that English as such does not have. Source: Individual Country Listings of the International Mail Manual. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map([
  ["USA", "US"],
  ["UNITED STATES OF AMERICA", "US"],
  ["GREAT BRITAIN AND NORTHERN IRELAND", "GB"],
  ["UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND", "GB"],
  ["KOREA, REPUBLIC OF", "KR"],
  ["KOREA, REPUBLIC OF (SOUTH KOREA)", "KR"],
  ["RUSSIAN FEDERATION", "RU"],
  ["CHINA, PEOPLES REPUBLIC OF", "CN"],
  ["CHINA, PEOPLE'S REPUBLIC OF", "CN"],
  ["HONG KONG", "HK"],
  ["TURKEY", "TR"],
  ["CZECH REPUBLIC", "CZ"],
  ["VIET NAM", "VN"],
]);

let names: ReadonlyMap<string, string> | null = null;

/** A country by two letters, from them or from its English name; null for anything else. */
export function countryOf(text: string): string | null {
  const name = text.trim().toUpperCase();
  names ??= englishNames();
  return alpha2(name) ?? OWN_NAMES.get(name) ?? names.get(name) ?? null;
}

function englishNames(): ReadonlyMap<string, string> {
  const display = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  const current = codes.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
  return new Map(
    current.flatMap((code) => {
      const name = display.of(code);
      return name === undefined ? [] : [[name.toUpperCase(), code]];
    }),
  );
}
