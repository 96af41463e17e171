/** Names that the dataset writes in its own way. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map([
  ["EIRE", "IE"],
  ["RSA", "ZA"],
  ["USA", "US"],
  ["Korea", "KR"],
  ["Hong Kong", "HK"],
]);

const byName: ReadonlyMap<string, string> = countriesByName();

/** The ISO 3166-1 alpha-2 code of an English country name; null for regions and "Unspecified". */
export function countryCode(name: string): string | null {
  return OWN_NAMES.get(name) ?? byName.get(name) ?? null;
}

function countriesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const found = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(`${first}${second}`);
      if (name !== undefined && !found.has(name)) found.set(name, `${first}${second}`);
    }
  }
  return found;
}
