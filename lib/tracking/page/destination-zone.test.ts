import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { orderZone, parcelZone } from "./destination-zone.ts";
import { at, CHECKED, orderOf, parcelOf, scan } from "./page-testing.ts";
import { trackingPageOf } from "./tracking-page-of.ts";

const TAIPEI = "Asia/Taipei";
const toUs = { shipCity: "Los Angeles", shipCountry: "US" };
const inShenzhen = scan("picked_up", "2026-11-01T10:00:00", at("Shenzhen", "CN"));
const inMemphis = scan("in_transit", "2026-11-02T10:00:00", at("Memphis", "US", "TN"));
const inVan = scan("out_for_delivery", "2026-11-03T08:00:00", {
  ...at("Los Angeles", "US", "CA"),
  estimate: { from: "2026-11-03", to: "2026-11-03" },
});

test("an order's days are those of its country and region, else the merchant's", () => {
  expect(orderZone({ shipCity: null, shipCountry: "gb " }, TAIPEI)).toBe("Europe/London");
  expect(orderZone({ ...toUs, shipRegion: "CA" }, TAIPEI)).toBe("America/Los_Angeles");
  expect(orderZone({ ...toUs, shipRegion: "TX" }, TAIPEI)).toBe("America/Chicago");
  for (const shipCountry of ["US", "United States", null])
    expect(orderZone({ ...toUs, shipCountry }, TAIPEI)).toBe(TAIPEI);
});

test("a parcel's days are those of the door, then of the order, then of where it was seen in that country", () => {
  expect(parcelZone([inVan, inMemphis, inShenzhen], toUs, TAIPEI)).toBe("America/Los_Angeles");
  expect(parcelZone([inShenzhen, inMemphis], { ...toUs, shipRegion: "CA" }, TAIPEI)).toBe("America/Los_Angeles");
  expect(parcelZone([inShenzhen, inMemphis], toUs, TAIPEI)).toBe("America/Chicago");
  expect(parcelZone([inShenzhen], toUs, TAIPEI)).toBe(TAIPEI);
  expect(parcelZone([{ ...inVan, zone: "America/Phoenix" }], toUs, TAIPEI)).toBe("America/Phoenix");
  expect(parcelZone([{ ...inVan, zone: "Mars/Base" }], toUs, TAIPEI)).toBe("America/Los_Angeles");
});

const tuesday = [{ fromDay: "2026-11-02", toDay: "2026-11-03" }];
const pageAt = (instant: string, change = {}) =>
  trackingPageOf(
    orderOf({
      ...toUs,
      promises: tuesday,
      parcels: [parcelOf([inVan], { check: { ...CHECKED, checkedAt: instant } })],
      ...change,
    }),
    { now: Temporal.Instant.from(instant), zone: TAIPEI },
  );

test("a parcel in a van in Los Angeles comes today while it is today there, whatever day it is at the shop", () => {
  for (const promises of [tuesday, []]) {
    for (const instant of ["2026-11-03T17:05:00Z", "2026-11-04T07:59:00Z"]) {
      const page = pageAt(instant, { promises });
      expect(page).toMatchObject({ today: "2026-11-03", answer: { kind: "out_for_delivery" } });
      expect(page.parcels[0]).toMatchObject({ today: "2026-11-03", answer: { kind: "out_for_delivery" } });
    }
    expect(pageAt("2026-11-04T08:01:00Z", { promises }).answer.kind).toBe("overdue");
  }
});

test("two parcels in two zones each have their own day", () => {
  const inSydney = scan("out_for_delivery", "2026-11-04T08:00:00", at("Sydney", "AU", "NSW"));
  const parcels = [parcelOf([inVan]), parcelOf([inSydney])];
  const days = pageAt("2026-11-03T22:00:00Z", { parcels }).parcels.map(({ today }) => today);
  expect(days.toSorted()).toEqual(["2026-11-03", "2026-11-04"]);
});

test("a moment that a carrier expects is told on the clock of where the parcel goes", () => {
  const estimate = { from: "2026-11-04T01:00:00Z", to: "2026-11-04T04:00:00Z" };
  const [parcel] = pageAt("2026-11-03T17:05:00Z", { parcels: [parcelOf([{ ...inVan, estimate }])] }).parcels;
  expect(parcel?.expected).toEqual({ fromDay: "2026-11-03", toDay: "2026-11-03", fromTime: "17:00", toTime: "20:00" });
});

test("a new day on which nothing reads differently is no news", () => {
  const version = (instant: string) => pageAt(instant, { parcels: [parcelOf([inMemphis])], promises: [] }).version;
  expect(version("2026-11-04T17:05:00Z")).toBe(version("2026-11-05T17:05:00Z"));
});
