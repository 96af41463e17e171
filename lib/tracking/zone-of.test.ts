import { expect, test } from "vitest";
import { NOWHERE, type Place } from "./observation.ts";
import { zoneOf, zonesOf } from "./zone-of.ts";

const SUMMER = "2026-07-01T12:00:00";
const WINTER = "2026-01-15T12:00:00";
const place = (country: string | null, region: string | null = null, city: string | null = null): Place => ({
  ...NOWHERE,
  country,
  region,
  city,
});

test.each([
  ["DE", "Europe/Berlin"],
  ["gb", "Europe/London"],
  [" fr ", "Europe/Paris"],
  ["PR", "America/Puerto_Rico"],
  ["CN", "Asia/Shanghai"],
  ["UA", "Europe/Kiev"],
  ["MY", "Asia/Kuala_Lumpur"],
])("%s has one time, %s, whether the time is told or not", (country, zone) => {
  for (const time of [null, SUMMER, WINTER, "2026-03-29", "soon"]) expect(zoneOf(place(country), time)).toBe(zone);
});

test.each([
  ["US", "NY", "America/New_York"],
  ["US", " ny", "America/New_York"],
  ["US", "US-NY", "America/New_York"],
  ["US", "CA", "America/Los_Angeles"],
  ["US", "AZ", "America/Phoenix"],
  ["US", "HI", "Pacific/Honolulu"],
  ["US", "GU", "Pacific/Guam"],
  ["CA", "AB", "America/Edmonton"],
  ["AU", "QLD", "Australia/Brisbane"],
  ["BR", "SP", "America/Sao_Paulo"],
])("%s %s keeps %s", (country, region, zone) => {
  expect(zoneOf(place(country, region), SUMMER)).toBe(zone);
});

test.each("AK FL ID IN KS KY MI ND NE OR SD TN TX".split(" "))(
  "the clocks of %s differ from county to county",
  (state) => {
    expect(zoneOf(place("US", state, "LOUISVILLE"), SUMMER)).toBeNull();
    expect(zonesOf(place("US", state)).length).toBeGreaterThan(1);
  },
);

test.each([
  [place("US")],
  [place("US", "XX")],
  [place("US", "AE")],
  [place("CA", "ON")],
  [place("AU")],
  [place("BR", "AM")],
  [place("RU")],
  [place("ES")],
  [place(null)],
  [place("")],
  [place("XX")],
  [place("ZZ")],
  [place("Germany")],
  [place("__proto__", "constructor")],
  [place("US", "__proto__")],
])("%o leaves doubt", (where) => {
  expect(zoneOf(where, SUMMER)).toBeNull();
});

test("zones that show the same time leave no doubt while they do", () => {
  expect(zoneOf(place("BR", "PA"), SUMMER)).toBe("America/Belem");
  expect(zoneOf(place("GL"), SUMMER)).toBeNull();
  // In the winter of 2016 the north of Cyprus did not put its clocks back.
  expect(zoneOf(place("CY"), "2017-01-15T12:00:00")).toBeNull();
  expect(zoneOf(place("CY"), "2017-07-01")).toBe("Asia/Famagusta");
  expect(zoneOf(place("CY"), "2016-10-30")).toBeNull();
});

test("a postal code tells Spain's and Portugal's islands from their mainland", () => {
  const post = (country: string, postalCode: string) => zoneOf({ ...place(country), postalCode }, SUMMER);
  expect([post("ES", "28001"), post("ES", "35001"), post("ES", " 38001"), post("ES", "x")]).toEqual([
    "Europe/Madrid",
    "Atlantic/Canary",
    "Atlantic/Canary",
    null,
  ]);
  expect([post("PT", "1000-001"), post("PT", "9000-001"), post("PT", "9500-001")]).toEqual([
    "Europe/Lisbon",
    "Atlantic/Madeira",
    "Atlantic/Azores",
  ]);
});

test("where a few towns keep another time, any other town is in no doubt", () => {
  expect(zoneOf(place("AU", "NSW", "Sydney"), SUMMER)).toBe("Australia/Sydney");
  expect(zoneOf(place("AU", "NSW", "broken hill"), SUMMER)).toBeNull();
  expect(zoneOf(place("AU", "NSW"), SUMMER)).toBeNull();
  expect(zoneOf(place("CA", "SK", "Regina"), SUMMER)).toBe("America/Regina");
});

test("a place that can be anywhere has no zones, a country without a state has all of its own", () => {
  expect(zonesOf(NOWHERE)).toEqual([]);
  expect(zonesOf(place("US", "AP"))).toEqual([]);
  expect(zonesOf(place("US"))).toEqual(expect.arrayContaining(["America/New_York", "Pacific/Honolulu"]));
});
