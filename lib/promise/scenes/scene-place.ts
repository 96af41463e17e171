import type { Place } from "#lib/tracking/observation.ts";

/** Where the parcels of the scenes go, and by whom: places that shoppers of the shop know. */
export type SceneLand = {
  readonly carrier: string;
  readonly second: string;
  readonly from: Place;
  readonly hub: Place;
  readonly to: Place;
  readonly person: string;
  readonly shop: { readonly name: string; readonly street: string };
};

const place = (city: string, country: string, region: string | null = null): Place => ({
  city,
  region,
  country,
  postalCode: null,
});

const GREAT_BRITAIN: SceneLand = {
  carrier: "royal-mail",
  second: "dpd",
  from: place("London", "GB"),
  hub: place("Birmingham", "GB"),
  to: place("Leeds", "GB"),
  person: "Robin Marsh",
  shop: { name: "Post Office, Merrion Centre", street: "6 Merrion Way" },
};
const GERMANY: SceneLand = {
  carrier: "dhl",
  second: "dpd",
  from: place("Hamburg", "DE"),
  hub: place("Hannover", "DE"),
  to: place("Leipzig", "DE"),
  person: "Robin Marsch",
  shop: { name: "Paketshop Südvorstadt", street: "Karl-Liebknecht-Straße 40" },
};
const AMERICA: SceneLand = {
  carrier: "ups",
  second: "usps",
  from: place("Newark", "US", "NJ"),
  hub: place("Philadelphia", "US", "PA"),
  to: place("Baltimore", "US", "MD"),
  person: "Robin Marsh",
  shop: { name: "The UPS Store", street: "211 E Lombard St" },
};
const TAIWAN: SceneLand = {
  carrier: "t-cat",
  second: "chunghwa-post",
  from: place("嘉義市", "TW"),
  hub: place("臺中市", "TW"),
  to: place("臺北市", "TW"),
  person: "馬若冰",
  shop: { name: "統一超商 南港門市", street: "南港路一段 30 號" },
};

/** The land of a shop by its time zone; of zones that we have no places for, Great Britain. */
export function landOf(zone: string): SceneLand {
  if (zone === "Asia/Taipei") return TAIWAN;
  if (zone.startsWith("America/")) return AMERICA;
  return zone.startsWith("Europe/") && zone !== "Europe/London" ? GERMANY : GREAT_BRITAIN;
}
