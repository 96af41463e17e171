import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Observation } from "#lib/tracking/observation.ts";
import { at, note, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import { mapOfParcel } from "./map-of-parcel.ts";

const now = Temporal.Instant.from("2026-11-05T12:00:00Z");
const memphis = at("MEMPHIS", "US", "TN");
const louisville = at("LOUISVILLE", "US", "KY");
const paris = at("PARIS", "FR");
/** A moment the same on all clocks, since the places are zones apart. */
const when = (value: number) => ({ instant: `2026-11-04T${String(value).padStart(2, "0")}:00:00Z` });
const hour = (value: number) => `2026-11-04T${String(value).padStart(2, "0")}:00:00`;

function mapAfter(scans: readonly Observation[], city: string | null = "Paris", country: string | null = "FR") {
  const page = trackingPageOf(orderOf({ shipCity: city, shipCountry: country, parcels: [parcelOf(scans)] }), {
    now,
    zone: "Europe/London",
  });
  const [parcel] = page.parcels;
  if (parcel === undefined) throw new Error("no parcel");
  return mapOfParcel(parcel, page.shipTo);
}

/** Scans an hour apart, oldest first. */
const under = (...places: readonly ReturnType<typeof at>[]) =>
  places.map((place, index) => scan("in_transit", hour(index), { ...place, ...when(index) }));
const citiesOf = (map: ReturnType<typeof mapAfter>) => map?.stops.map(({ place }) => place.city);

test("the stops are where it was scanned, oldest first; it is at the last and goes to the order's town", () => {
  const map = mapAfter(under(louisville, memphis));
  expect(citiesOf(map)).toEqual(["LOUISVILLE", "MEMPHIS"]);
  expect(map).toMatchObject({ end: "seen", goal: { place: { city: "Paris", country: "FR" } }, home: "FR" });
  expect(map?.picture.ahead).not.toBe("");
});

test("several scans at one place are one stop, and a place that it comes back to is two", () => {
  const map = mapAfter(under(louisville, louisville, memphis, memphis, louisville));
  expect(citiesOf(map)).toEqual(["LOUISVILLE", "MEMPHIS", "LOUISVILLE"]);
});

test("a place that is not certain is left out of the line", () => {
  const map = mapAfter(under(louisville, at("SPRINGFIELD", "US"), at("Nowhere at all", "US", "TX"), memphis));
  expect(citiesOf(map)).toEqual(["LOUISVILLE", "MEMPHIS"]);
  expect(map?.end).toBe("seen");
});

test("where the newest place is not known, the last that is known is not said to be where it is", () => {
  expect(mapAfter(under(louisville, memphis, at("Nowhere at all", "US", "TX")))?.end).toBe("earlier");
  const country = { place: { city: null, region: null, postalCode: null, country: "FR" } };
  expect(mapAfter(under(louisville, memphis, country))?.end).toBe("earlier");
});

test("a newest scan that tells no place leaves it where it was", () => {
  const silent = scan("in_transit", hour(5), when(5));
  expect(mapAfter([...under(louisville, memphis), silent])).toMatchObject({ end: "seen" });
});

test("a label is no scan of the parcel, and what only informs does not move it", () => {
  const label = scan("info_received", hour(0), { ...paris, ...when(0) });
  const desk = note(hour(9), "Customs data received", { ...paris, ...when(9) });
  expect(citiesOf(mapAfter([label, ...under(at("Nowhere at all", "US"), louisville, memphis), desk]))).toEqual([
    "LOUISVILLE",
    "MEMPHIS",
  ]);
});

test("a stray scan after the delivery does not take it away again", () => {
  const done = scan("delivered", hour(8), { ...paris, ...when(8) });
  const stray = scan("in_transit", hour(9), { ...memphis, ...when(9) });
  const map = mapAfter([...under(louisville, memphis), done, stray]);
  expect(citiesOf(map)).toEqual(["LOUISVILLE", "MEMPHIS", "PARIS"]);
  expect(map).toMatchObject({ end: "arrived", goal: null });
});

test.each<[Status, boolean]>([
  ["in_transit", true],
  ["customs", true],
  ["out_for_delivery", true],
  ["attempt_failed", true],
  ["exception", true],
  ["available_for_pickup", false],
  ["delivered", false],
  ["lost", false],
  ["returning", false],
  ["returned", false],
  ["cancelled", false],
])("%s: whether the way to the order's town is shown is %s", (status, isShown) => {
  const map = mapAfter([...under(louisville), scan(status, hour(8), { ...memphis, ...when(8) })]);
  expect(map?.goal !== null).toBe(isShown);
});

test("fewer than two places are no map", () => {
  expect(mapAfter([])).toBeNull();
  expect(mapAfter(under(paris))).toBeNull();
  expect(mapAfter(under(memphis), null, null)).toBeNull();
  expect(mapAfter(under(memphis, memphis), "Memphis", "US")).toBeNull();
  expect(mapAfter(under(at("Nowhere at all", "US")), "Paris", "FR")).toBeNull();
});

test("an order's town without its state is the one of the name that the parcel came to, or none", () => {
  const portland = at("PORTLAND", "US", "OR");
  expect(mapAfter(under(portland, louisville), "Portland", "US")?.goal?.place.city).toBe("Portland");
  expect(mapAfter(under(memphis, at("AUSTIN", "US", "TX")), "Portland", "US")?.goal).toBeNull();
});

test("no postcode is in it", () => {
  expect(JSON.stringify(mapAfter(under(louisville, memphis)))).not.toContain("X1 1XX");
});
