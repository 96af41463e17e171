import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demoJourneys } from "#lib/demo/journeys/demo-journeys.ts";
import { findPlace } from "./find-place.ts";
import { foldedName } from "./folded-name.ts";
import { kilometresBetween } from "./kilometres-between.ts";

const placeOf = (text: string) => {
  const [city = "", country = "", region = null] = text.split("|");
  return findPlace({ city, country, region });
};

describe("a town is found as carriers write it", () => {
  test.each([
    ["KOELN|DE", 6.95, 50.93],
    ["Köln|DE", 6.95, 50.93],
    ["COLOGNE|DE", 6.95, 50.93],
    ["MUENCHEN|DE", 11.58, 48.14],
    ["MÜNCHEN|DE", 11.58, 48.14],
    ["NURNBERG|DE", 11.08, 49.45],
    ["FRANKFURT|DE", 8.68, 50.12],
    ["LEIPZIG HUB|DE", 12.37, 51.34],
    ["BERLIN|DE|BERLIN", 13.41, 52.52],
    ["Wien|AT", 16.37, 48.21],
    ["TAOYUAN CITY|TW", 121.3, 24.99],
    ["桃園市|TW", 121.3, 24.99],
    ["臺北市|TW", 121.53, 25.05],
    ["台北|TW", 121.53, 25.05],
    ["New Taipei City|TW", 121.47, 25.01],
    ["Chiayi City|TW", 120.45, 23.48],
    ["Toufen City|TW", 120.91, 24.69],
    ["HONG KONG|HK", 114.17, 22.28],
    ["深圳市|CN", 114.07, 22.55],
    ["广州|CN", 113.25, 23.12],
    ["廣州|CN", 113.25, 23.12],
    ["西安|CN", 108.93, 34.26],
    ["กรุงเทพมหานคร|TH", 100.5, 13.75],
    ["الرياض|SA", 46.72, 24.69],
    ["SAINT LOUIS|US|MO", -90.2, 38.63],
    ["ST LOUIS|US|MO", -90.2, 38.63],
    ["ST. LOUIS|us|mo", -90.2, 38.63],
    ["CHICAGO IL|US", -87.65, 41.85],
    ["CHICAGO IL|US|IL", -87.65, 41.85],
    ["EAST MIDLANDS|GB", -1.33, 52.83],
    ["NEW YORK|US|NY", -74.01, 40.71],
    ["WASHINGTON|US|DC", -77.04, 38.9],
    ["SAN JUAN|US|PR", -66.11, 18.47],
    ["ROISSY CHARLES DE GAULLE CEDEX|FR", 2.52, 49],
    ["WROCLAW|PL", 17.03, 51.1],
    ["WARSZAWA|PL", 21.01, 52.23],
    ["København|DK", 12.57, 55.68],
    ["Göteborg|SE", 11.97, 57.71],
  ])("%s", (text, lon, lat) => {
    const spot = placeOf(text);
    if (spot === null) throw new Error("not found");
    expect(kilometresBetween(spot, { lon, lat })).toBeLessThan(5);
  });
});

test("every place of the demo's journeys is found, but for a village at a border", () => {
  const journeys = Object.values(demoJourneys).flatMap((shop) => Object.values(shop).flat());
  const places = journeys.flatMap((journey) => journey?.beats.map(({ place }) => place) ?? []);
  const missing = places.filter((place) => findPlace(place) === null).map(({ city }) => city);
  expect([...new Set(missing)]).toEqual(["Świecko"]);
});

describe("the state decides between namesakes", () => {
  test.each([
    ["PORTLAND|US|OR", -122.68, 45.52],
    ["PORTLAND|US|ME", -70.26, 43.66],
    ["PORTLAND OR|US", -122.68, 45.52],
    ["PARIS|US|TX", -95.56, 33.66],
    ["LONDON|CA|ON", -81.23, 42.98],
    ["VANCOUVER|CA|BC", -123.12, 49.25],
    ["VANCOUVER|US|WA", -122.66, 45.64],
    ["NEWCASTLE|AU|NSW", 151.78, -32.93],
  ])("%s", (text, lon, lat) => {
    const spot = placeOf(text);
    if (spot === null) throw new Error("not found");
    expect(kilometresBetween(spot, { lon, lat })).toBeLessThan(5);
  });
});

test.each(["MEMPHIS|US", "PARIS|FR", "LONDON|GB", "ST LOUIS|US", "FREIBURG|DE", "KANSAS CITY|US"])(
  "without a state, a town is taken that is overwhelmingly larger than its namesakes, or one with them: %s",
  (text) => {
    expect(placeOf(text)).not.toBeNull();
  },
);

describe("what is not certain is not found", () => {
  test.each([
    ["PORTLAND|US", "a namesake a tenth as large"],
    ["SPRINGFIELD|US", "many of a size"],
    ["PARIS|US", "many, none of them large"],
    ["NEUSTADT|DE", "many, none of them large"],
    ["WASHINGTON|US", "a longer name of a larger town"],
    ["KANSAS|US", "a longer name of a larger town"],
    ["CLERMONT|FR", "a longer name of a larger town"],
    ["STOKE|GB", "a longer name of a larger town"],
    ["CHICAGO|US|TX", "no such town in that state"],
    ["MEMPHIS|US|TENN", "a state that cannot be read, and namesakes"],
    ["CHICAGO IL|US|TX", "two states"],
    ["Köln|", "no country"],
    ["Köln|FR", "another country"],
    ["|DE", "no town"],
    ["50667 KOELN|DE", "a postcode with it"],
    ["Hauptstrasse 1, KOELN|DE", "a street with it"],
    ["CITY|US", "only a word that is taken off"],
    ["HUB|DE", "only a word that is taken off"],
    ["Nowhere at all|US|TX", "no such town"],
  ])("%s: %s", (text) => {
    expect(placeOf(text)).toBeNull();
  });

  test("a town without a country, whatever its name", () => {
    expect(findPlace({ city: "Köln", region: null, country: null })).toBeNull();
    expect(findPlace({ city: null, region: "NY", country: "US" })).toBeNull();
  });

  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("DE", "TW", "zz", ""), (city, country) => {
        const spot = findPlace({ city, region: null, country });
        if (spot === null) return;
        expect(foldedName(city)).not.toBe("");
        expect(Math.abs(spot.lon)).toBeLessThanOrEqual(180);
        expect(Math.abs(spot.lat)).toBeLessThanOrEqual(90);
      }),
      { numRuns: 50 },
    );
  });
});
