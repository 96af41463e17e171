import type { ScriptPlace } from "./script.ts";

/** A town and the sorting centre that serves it. */
export type Region = { readonly town: ScriptPlace; readonly centre: ScriptPlace };

const EAST = "America/New_York";
const CENTRAL = "America/Chicago";
const MOUNTAIN = "America/Denver";
const WEST = "America/Los_Angeles";

/** Towns of the United States in all their zones, a sorting centre to each. */
export const AMERICAN_REGIONS: readonly [Region, ...Region[]] = [
  american("Brooklyn NY 11215", "Maspeth NY 11378", EAST),
  american("Somerville MA 02143", "Chelmsford MA 01824", EAST),
  american("Wayne NJ 07470", "Secaucus NJ 07094", EAST),
  american("Richmond VA 23227", "Ashland VA 23005", EAST),
  american("Asheville NC 28801", "Greensboro NC 27409", EAST),
  american("Savannah GA 31401", "Doraville GA 30340", EAST),
  american("Tampa FL 33606", "Lakeland FL 33811", EAST),
  american("Ann Arbor MI 48104", "Livonia MI 48150", "America/Detroit"),
  american("Evanston IL 60201", "Hodgkins IL 60525", CENTRAL),
  american("Cedar Rapids IA 52404", "Des Moines IA 50317", CENTRAL),
  american("Duluth MN 55806", "Eagan MN 55121", CENTRAL),
  american("New Orleans LA 70115", "Port Allen LA 70767", CENTRAL),
  american("Austin TX 78704", "Mesquite TX 75149", CENTRAL),
  american("Boulder CO 80302", "Commerce City CO 80022", MOUNTAIN),
  american("Santa Fe NM 87501", "Albuquerque NM 87121", MOUNTAIN),
  american("Boise ID 83702", "Meridian ID 83642", "America/Boise"),
  american("Tucson AZ 85719", "Phoenix AZ 85043", "America/Phoenix"),
  american("Reno NV 89502", "Sparks NV 89431", WEST),
  american("Oakland CA 94609", "San Pablo CA 94806", WEST),
  american("Pasadena CA 91103", "Ontario CA 91761", WEST),
  american("Portland OR 97214", "Troutdale OR 97060", WEST),
  american("Tacoma WA 98405", "Redmond WA 98052", WEST),
  american("Honolulu HI 96814", "Honolulu HI 96819", "Pacific/Honolulu"),
];

/** Towns of the European Union. */
export const EUROPEAN_REGIONS: readonly [Region, ...Region[]] = [
  abroad("DE Europe/Berlin", "Berlin 10961", "Rüdersdorf 15562"),
  abroad("DE Europe/Berlin", "Hamburg 20357", "Hamburg 21035"),
  abroad("DE Europe/Berlin", "München 80469", "Aschheim 85609"),
  abroad("DE Europe/Berlin", "Köln 50674", "Köln 51147"),
  abroad("FR Europe/Paris", "Paris 75010", "Roissy-en-France 95700"),
  abroad("FR Europe/Paris", "Lyon 69004", "Saint-Priest 69800"),
  abroad("NL Europe/Amsterdam", "Utrecht 3512 JE", "Amsterdam 1118 CP"),
  abroad("BE Europe/Brussels", "Gent 9000", "Zaventem 1930"),
  abroad("AT Europe/Vienna", "Wien 1070", "Schwechat 1300"),
  abroad("ES Europe/Madrid", "Madrid 28012", "Barajas 28042"),
  abroad("ES Atlantic/Canary", "Las Palmas 35003", "Telde 35214"),
  abroad("IT Europe/Rome", "Bologna 40123", "Carpiano 20074"),
  abroad("PT Europe/Lisbon", "Porto 4050-159", "Maia 4470-605"),
  abroad("DK Europe/Copenhagen", "København 1620", "Kastrup 2770"),
  abroad("SE Europe/Stockholm", "Göteborg 411 14", "Landvetter 438 80"),
  abroad("FI Europe/Helsinki", "Tampere 33100", "Vantaa 01530"),
  abroad("PL Europe/Warsaw", "Kraków 31-027", "Warszawa 02-256"),
  abroad("IE Europe/Dublin", "Cork T12 X5P9", "Dublin K67 F2X3"),
];

/** Where a parcel to the United States comes from that has to pass their customs. */
export const OVERSEAS_REGIONS: readonly [Region, ...Region[]] = [
  abroad("GB Europe/London", "Bristol BS1 5TR", "Castle Donington DE74 2TR"),
  abroad("DE Europe/Berlin", "Leipzig 04109", "Köln 51147"),
  abroad("JP Asia/Tokyo", "Kyoto 600-8216", "Narita 282-0011"),
  abroad("IN Asia/Kolkata", "Jaipur 302001", "New Delhi 110037"),
  abroad("AU Australia/Sydney", "Newcastle 2300", "Mascot 2020"),
];

/** Where a parcel to the European Union comes from that has to pass its customs. */
export const OUTSIDE_EUROPE_REGIONS: readonly [Region, ...Region[]] = [
  abroad("GB Europe/London", "Manchester M4 1HQ", "East Midlands DE74 2SA"),
  abroad("CH Europe/Zurich", "Bern 3011", "Basel 4030"),
  abroad("NO Europe/Oslo", "Bergen 5003", "Gardermoen 2060"),
  abroad("TR Europe/Istanbul", "Bursa 16010", "Istanbul 34283"),
];

function american(town: string, centre: string, zone: string): Region {
  const place = (text: string): ScriptPlace => {
    const [, city = text, region = null, postalCode = ""] = /^(.+) ([A-Z]{2}) (\d{5})$/.exec(text) ?? [];
    return { city, region, postalCode, country: "US", zone };
  };
  return { town: place(town), centre: place(centre) };
}

function abroad(land: string, town: string, centre: string): Region {
  const [country = "", zone = ""] = land.split(" ");
  const place = (text: string): ScriptPlace => {
    const [, city = text, postalCode = ""] = /^(\D+?) ([A-Z0-9]*\d.*)$/.exec(text) ?? [];
    return { city, region: null, postalCode, country, zone };
  };
  return { town: place(town), centre: place(centre) };
}
