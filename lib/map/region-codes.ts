/** GeoNames numbers the provinces of Canada and the states of Australia; carriers write what people write. */
const CODES: Readonly<Record<string, string>> = {
  CA: "AB=01 BC=02 MB=03 NB=04 NL=05 NS=07 ON=08 PE=09 QC=10 PQ=10 SK=11 YT=12 NT=13 NU=14",
  AU: "ACT=01 NSW=02 NT=03 QLD=04 SA=05 TAS=06 VIC=07 WA=08",
};

const STATES = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA " +
    "RI SC SD TN TX UT VT VA WA WV WI WY"
  ).split(" "),
);

/** What the post of the United States has as states and ISO 3166-1 as countries. */
const TERRITORIES = new Set(["PR", "GU", "VI", "AS", "MP"]);

const BY_COUNTRY = new Map(
  Object.entries(CODES).map(([country, list]) => [
    country,
    new Map(list.split(" ").map((pair): [string, string] => [pair.slice(0, -3), pair.slice(-2)])),
  ]),
);

/** GeoNames' code of a state or province as carriers write it, in any letters; null where it cannot be read. */
export function adminCodeOf(region: string, country: string): string | null {
  const written = region.toUpperCase();
  if (country === "US") return STATES.has(written) ? written : null;
  return BY_COUNTRY.get(country)?.get(written) ?? null;
}

/** The country that a place is in to GeoNames: Puerto Rico is one. */
export function countryOf(country: string, region: string): string {
  return country === "US" && TERRITORIES.has(region) ? region : country;
}
