import { expect, test } from "vitest";
import type { Observation, Pickup } from "#lib/tracking/observation.ts";
import { pickupAt } from "#lib/tracking/pickup.ts";
import { at, NOW, orderOf, parcelOf, scan } from "./page-testing.ts";
import { trackingPageOf } from "./tracking-page-of.ts";

const hours = [{ weekdays: [6], from: "09:00", to: "13:00" }];
const kiosk = {
  name: "Corner Pharmacy",
  street: "12 Linden Ave",
  city: "Leeds",
  postalCode: "LS1 4DY",
  country: "GB",
  hours,
};

const waiting = (pickup: Partial<Pickup> | null) =>
  scan("available_for_pickup", "2026-11-05T08:00:00", {
    ...at("Leeds"),
    pickup: pickup === null ? null : pickupAt(pickup),
  });
const pageOf = (...observations: Observation[]) =>
  trackingPageOf(orderOf({ parcels: [parcelOf(observations)] }), { now: NOW, zone: "Europe/London" });
const pickupOf = (...observations: Observation[]) => pageOf(...observations).parcels[0]?.pickup;

test("a parcel that waits tells the shop with its address, its hours, the last day and the days that are left", () => {
  const page = pageOf(waiting({ ...kiosk, until: "2026-11-12" }));
  expect(page.parcels[0]?.pickup).toEqual({ ...kiosk, region: null, untilDay: "2026-11-12", daysLeft: 7 });
  expect(page.answer).toEqual({
    kind: "available_for_pickup",
    place: { city: "Leeds", region: null, country: "GB" },
    name: "Corner Pharmacy",
    untilDay: "2026-11-12",
  });
});

test.each([
  ["2026-11-05", 0, "2026-11-05"],
  ["2026-12-06", 31, "2026-12-06"],
  ["2026-11-04", -1, null],
])("with %s as the last day %i are left, and the answer says until %s", (until, daysLeft, untilDay) => {
  const page = pageOf(waiting({ until }));
  expect(page.parcels[0]?.pickup).toMatchObject({ untilDay: until, daysLeft });
  expect(page.answer).toMatchObject({ untilDay });
});

test("a place without a town is in the town of the scan, with its own town in its own", () => {
  expect(pickupOf(waiting({ name: "Kiosk" }))).toMatchObject({ name: "Kiosk", city: "Leeds", country: "GB" });
  expect(pickupOf(waiting({ city: "York" }))).toMatchObject({ city: "York", country: null });
});

test("without a word of the carrier there is no place, nor is there after it was collected", () => {
  expect(pickupOf(waiting(null))).toBeNull();
  const page = pageOf(waiting(kiosk), scan("delivered", "2026-11-05T10:00:00", at("Leeds")));
  expect(page.parcels[0]?.pickup).toBeNull();
  expect(JSON.stringify(page)).not.toContain("Linden");
});

test("a new last day makes the page another one", () => {
  const versions = ["2026-11-12", "2026-11-13"].map((until) => pageOf(waiting({ ...kiosk, until })).version);
  expect(new Set(versions).size).toBe(2);
});
