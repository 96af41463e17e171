import type { ScriptPlace } from "#lib/carriers/sandbox/script.ts";

type Town = (city: string, postalCode: string, region?: string) => ScriptPlace;

function townsOf(country: string, zone: string): Town {
  return (city, postalCode, region) => ({ city, region: region ?? null, postalCode, country, zone });
}

export const inFrance = townsOf("FR", "Europe/Paris");
export const inGermany = townsOf("DE", "Europe/Berlin");
export const inTaiwan = townsOf("TW", "Asia/Taipei");
export const inTheNetherlands = townsOf("NL", "Europe/Amsterdam");
export const inBelgium = townsOf("BE", "Europe/Brussels");
export const inPoland = townsOf("PL", "Europe/Warsaw");
export const inAustria = townsOf("AT", "Europe/Vienna");
export const inSweden = townsOf("SE", "Europe/Stockholm");
export const inJapan = townsOf("JP", "Asia/Tokyo");
export const inHongKong = townsOf("HK", "Asia/Hong_Kong");
export const inTheEast = townsOf("US", "America/New_York");
export const inTheMiddleWest = townsOf("US", "America/Chicago");
export const inTheWest = townsOf("US", "America/Los_Angeles");
export const inAlaska = townsOf("US", "America/Anchorage");
