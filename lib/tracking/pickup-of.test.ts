import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Observation, Pickup, Place } from "./observation.ts";
import { CHECKED, observation, shuffled, summary } from "./observation-testing.ts";
import { pickupAt } from "./pickup.ts";
import { stateOf } from "./state-of.ts";

const now = Temporal.Instant.from("2026-03-20T00:00:00Z");
const at = (day: number, hour = 12) =>
  `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
const town = (city: string): Place => ({ city, region: null, postalCode: null, country: "DE" });
const hours = [{ weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:30" }];

const status = "available_for_pickup";
const scan = (day: number, city: string, pickup: Partial<Pickup> | null = null) =>
  observation({
    status,
    instant: at(day),
    observedAt: at(day, 13),
    place: town(city),
    pickup: pickup === null ? null : pickupAt(pickup),
  });
const word = (day: number, pickup: Partial<Pickup> | null = null) =>
  summary({ status, observedAt: at(day, 13), pickup: pickup === null ? null : pickupAt(pickup), code: String(day) });
const pickupOf = (observations: readonly Observation[]) =>
  stateOf(observations, now, { ...CHECKED, checkedAt: now.toString() }).pickup;

test("scan and summary of one stay complete each other, the newest word first", () => {
  const stay = [
    scan(2, "Bremen", { street: "Sielwall 1", city: "Bremen", postalCode: "28203" }),
    word(2, { name: "Kiosk", until: "2026-03-09" }),
    word(3, { until: "2026-03-12", hours }),
    word(4),
  ];
  expect(pickupOf(stay)).toEqual({
    name: "Kiosk",
    street: "Sielwall 1",
    city: "Bremen",
    region: null,
    postalCode: "28203",
    country: null,
    hours,
    until: "2026-03-12",
  });
});

test("capitals and punctuation make no other place", () => {
  const stay = [
    scan(2, "Bremen", { street: "331 S. State Rd", until: "2026-03-09" }),
    word(3, { street: "331 S STATE RD" }),
  ];
  expect(pickupOf(stay)).toMatchObject({ street: "331 S STATE RD", until: "2026-03-09" });
});

test.each([
  ["another street", scan(4, "Bremen", { street: "Markt 7" }), { street: "Markt 7", until: null }],
  ["another town", scan(4, "Halle", { city: "Halle" }), { street: null, city: "Halle", until: null }],
  ["another shop", word(4, { name: "Bakery" }), { name: "Bakery", street: null, until: null }],
])("a new stay with %s replaces all that was told of the one before", (_, newer, place) => {
  const before = scan(2, "Bremen", { name: "Kiosk", street: "Sielwall 1", city: "Bremen", until: "2026-03-09" });
  expect(pickupOf([before, newer])).toMatchObject(place);
});

test("a scan that waits in another town ends the stay before it, even where it says no more", () => {
  const before = scan(2, "Bremen", { name: "Kiosk", city: "Bremen", until: "2026-03-09" });
  expect(pickupOf([before, scan(4, "Halle")])).toBeNull();
  expect(pickupOf([before, scan(4, "BREMEN")])).toMatchObject({ name: "Kiosk" });
});

test("what was told before the parcel moved on counts no more when it waits again", () => {
  const moved = observation({ status: "out_for_delivery", instant: at(3), observedAt: at(3, 13) });
  const stay = [scan(2, "Bremen", { name: "Kiosk", street: "Sielwall 1", until: "2026-03-09" }), moved];
  expect(pickupOf([...stay, scan(4, "Bremen", { name: "Kiosk" })])).toMatchObject({ name: "Kiosk", street: null });
});

test.each(["delivered", "returning", "out_for_delivery", "exception"] as const)("it is gone once it is %s", (after) => {
  const stay = [scan(2, "Bremen", { name: "Kiosk" }), word(2, { until: "2026-03-09" })];
  expect(pickupOf(stay)).not.toBeNull();
  expect(pickupOf([...stay, observation({ status: after, instant: at(5), observedAt: at(5, 13) })])).toBeNull();
});

test("what waits in silence for a month is not said to wait there any more", () => {
  const later = Temporal.Instant.from("2026-05-01T00:00:00Z");
  const stay = [scan(2, "Bremen", { name: "Kiosk" })];
  const state = stateOf(stay, later, { ...CHECKED, checkedAt: later.toString() });
  expect([state.status, state.pickup]).toEqual(["expired", null]);
});

test("a place of which nothing is told but a country is none, and what is too long is no name", () => {
  expect(pickupAt({ country: "DE", region: "HB" })).toBeNull();
  expect(pickupAt({ name: "x".repeat(201) })).toBeNull();
  expect(pickupAt({ until: "2026-03-09" })).toMatchObject({ name: null, until: "2026-03-09" });
});

test("stays are the same in whatever order and however often they are told", () => {
  const few = (...texts: readonly string[]) => fc.constantFrom(null, ...texts);
  const place = fc.record({
    name: few("Kiosk", "Bakery"),
    street: few("Sielwall 1", "Markt 7"),
    city: few("Bremen", "Halle"),
    until: few("2026-03-09", "2026-03-12"),
    hours: fc.constantFrom([], hours),
  });
  const one = fc.record({
    day: fc.integer({ min: 1, max: 6 }),
    isScan: fc.boolean(),
    city: fc.constantFrom("Bremen", "Halle"),
    place,
  });
  const stays = fc
    .array(one, { minLength: 1, maxLength: 8 })
    .map((told) => told.map(({ day, isScan, city, place: at }) => (isScan ? scan(day, city, at) : word(day, at))))
    .chain((all) => fc.tuple(fc.constant(all), shuffled(all), fc.subarray(all)));
  let told = 0;
  fc.assert(
    fc.property(stays, ([all, other, again]) => {
      const pickup = pickupOf(all);
      told += pickup === null ? 0 : 1;
      expect(pickupOf(other)).toEqual(pickup);
      expect(pickupOf([...again, ...all])).toEqual(pickup);
    }),
  );
  expect(told).toBeGreaterThan(50);
});
