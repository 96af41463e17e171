import { expect, test } from "vitest";
import { checkpoint, found, NUMBER, parsed, reply, tracking } from "./tracking-testing.ts";

test("the tracking's tag is the summary, its checkpoints are the scans, newest first", () => {
  const { summary, scans } = found("OutForDelivery_001", {
    checkpoints: [
      checkpoint("InfoReceived_001", "2026-03-02T08:00:00-07:00"),
      checkpoint("InTransit_002", "2026-03-03T08:00:00-07:00"),
    ],
  });
  expect(summary).toMatchObject({
    kind: "summary",
    status: "out_for_delivery",
    reportPosition: 2,
    description: "Words",
  });
  expect(scans.map(({ status, reportPosition }) => [status, reportPosition])).toEqual([
    ["picked_up", 1],
    ["info_received", 0],
  ]);
});

test.each([
  ["2026-03-02T08:15:00-07:00", "2026-03-02T08:15:00", "2026-03-02T15:15:00Z"],
  ["2026-03-02T15:15:00Z", null, "2026-03-02T15:15:00Z"],
  ["2026-03-02T08:15:00", "2026-03-02T08:15:00", null],
  ["2026-03-02", "2026-03-02", null],
  ["2026-13-02T08:15:00", null, null],
])("the time %s is local as written, and an instant only with an offset", (checkpoint_time, localTime, instant) => {
  const { scans, summary } = found("InTransit_001", { checkpoints: [checkpoint("InTransit_001", checkpoint_time)] });
  expect(scans[0]).toMatchObject({ localTime, instant });
  expect(summary).toMatchObject({ localTime, instant });
});

test("local times without an offset stand newest first, too, whichever way they come", () => {
  const days = ["2026-03-02T08:00:00", "2026-03-03T08:00:00"].map((time) => checkpoint("InTransit_001", time));
  for (const checkpoints of [days, days.toReversed()]) {
    const { scans } = found("InTransit_001", { checkpoints });
    expect(scans.map(({ localTime }) => localTime)).toEqual(["2026-03-03T08:00:00", "2026-03-02T08:00:00"]);
  }
});

test.each([
  [{}, ["BOISE", "ID", "83702", "US"]],
  [{ postal_code: null, zip: "8370", country_region: null, country_iso3: "DEU" }, ["BOISE", "ID", "8370", "DE"]],
  [
    { city: null, state: null, postal_code: null, location: "New Delhi, India", country_region: "IND" },
    ["New Delhi", null, null, "IN"],
  ],
  [
    { city: null, state: null, postal_code: null, location: "FEUCHT DE", country_region: null, country_iso3: "DEU" },
    ["FEUCHT", null, null, "DE"],
  ],
  [{ city: null, state: null, postal_code: null, location: "12 Elm St, Boise" }, [null, null, null, "US"]],
  [{ city: null, state: null, postal_code: null, country_region: "Nowhere" }, [null, null, null, null]],
  [{ country_region: null, country_iso3: null, country_name: "USA" }, ["BOISE", "ID", "83702", "US"]],
  [{ country_region: null, country_iso3: null, country_name: "Germany" }, ["BOISE", "ID", "83702", "DE"]],
])("of a place with %j city, region, postal code and country are %j", (more, expected) => {
  const [scan] = found("InTransit_001", { checkpoints: [checkpoint("InTransit_001", null, more)] }).scans;
  const { city, region, postalCode, country } = scan?.place ?? {};
  expect([city, region, postalCode, country]).toEqual(expected);
});

const DAY = "2026-03-05";

test.each([
  [{ courier_estimated_delivery_date: { estimated_delivery_date: `${DAY}T00:00:00` } }, { from: DAY, to: DAY }],
  [
    {
      courier_estimated_delivery_date: { estimated_delivery_date: DAY },
      latest_estimated_delivery: { type: "specific", datetime: "2026-03-09" },
    },
    { from: DAY, to: DAY },
  ],
  [
    { latest_estimated_delivery: { type: "date_range", datetime_min: DAY, datetime_max: "2026-03-07" } },
    { from: DAY, to: "2026-03-07" },
  ],
  [
    { latest_estimated_delivery: { datetime: "2026-03-06T18:00:00-07:00" } },
    { from: "2026-03-07T01:00:00Z", to: "2026-03-07T01:00:00Z" },
  ],
  [
    {
      aftership_estimated_delivery_date: {
        estimated_delivery_date_min: "2026-03-08",
        estimated_delivery_date_max: DAY,
      },
    },
    { from: DAY, to: DAY },
  ],
  [{ expected_delivery: DAY }, { from: DAY, to: DAY }],
  [{ expected_delivery: "soon", latest_estimated_delivery: {} }, null],
])("of %j the estimate is %j", (dates, estimate) => {
  expect(found("InTransit_001", dates).summary.estimate).toEqual(estimate);
});

test("a delivered parcel tells when, by whom taken and where left, and no estimate", () => {
  const told = { signed_by: "I. Nowak", delivery_location_type: "Porch", shipment_delivery_date: `${DAY}T17:00:00` };
  const checkpoints = [checkpoint("Delivered_001", `${DAY}T16:30:00-07:00`)];
  const { summary } = found("Delivered_001", { ...told, expected_delivery: DAY, checkpoints });
  expect(summary).toMatchObject({
    deliveredAt: "2026-03-05T23:30:00Z",
    signedBy: "I. Nowak",
    leftAt: "Porch",
    estimate: null,
  });
  expect(found("Delivered_005", told).summary).toMatchObject({ deliveredAt: `${DAY}T17:00:00`, leftAt: "Neighbour" });
  expect(found("InTransit_001", told).summary).toMatchObject({ deliveredAt: null, signedBy: null, leftAt: null });
});

test("a parcel that waits tells where, by the name of the place and the scan", () => {
  const checkpoints = [checkpoint("AvailableForPickup_001", `${DAY}T10:00:00-07:00`)];
  const { summary } = found("AvailableForPickup_001", { pickup_location: "Kiosk", checkpoints });
  expect(summary.pickup).toMatchObject({ name: "Kiosk", city: "BOISE", street: null });
  expect(found("InTransit_001", { pickup_location: "Kiosk", checkpoints }).summary.pickup).toBeNull();
});

test("a number that is pending and has no checkpoint is not found yet; with one, that one speaks", () => {
  const pending = [{ trackingNumber: NUMBER, result: { ok: true, value: { found: false, trackingNumber: NUMBER } } }];
  expect(parsed(reply(tracking("Pending_001")))).toEqual(pending);
  const { summary } = found("Pending_001", { checkpoints: [checkpoint("InTransit_001", DAY)] });
  expect(summary).toMatchObject({ status: "in_transit", code: "InTransit_001" });
});

test("what is kept has codes, words, time and place, and nobody's name", () => {
  const { summary, scans } = found("Delivered_001", {
    ...{ signed_by: "Jo Ramos", customer_name: "Jo Ramos", pickup_location: "12 Elm St" },
    checkpoints: [checkpoint("Delivered_001", DAY, { location: "12 Elm St", signed: "Ramos" })],
  });
  expect(scans[0]?.raw).toMatchObject({ subtag: "Delivered_001", city: "BOISE" });
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toMatch(/Ramos|Elm/);
});
