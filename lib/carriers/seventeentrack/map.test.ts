import { expect, test } from "vitest";
import type { Json } from "#lib/carriers/parsed-testing.ts";
import { event, found } from "./parcel-testing.ts";

const AT = "2026-03-02T08:15:00-07:00";

test("the latest status is the summary, the events are the scans", () => {
  const events = [event("InTransit_PickedUp", AT), event("InfoReceived", "2026-03-01T08:15:00-07:00")];
  const { summary, scans } = found("OutForDelivery_Other", events);
  expect(summary).toMatchObject({ kind: "summary", status: "out_for_delivery", reportPosition: 2 });
  expect(scans.map(({ status, reportPosition }) => [status, reportPosition])).toEqual([
    ["picked_up", 1],
    ["info_received", 0],
  ]);
});

test("the scans of all carriers of a parcel stand in one order", () => {
  const first = { events: [event("InTransit_PickedUp", "2026-03-01T08:00:00+08:00")] };
  const last = { events: [event("Delivered_Other", AT), event("InTransit_Arrival", "2026-03-01T08:00:00-07:00")] };
  const { scans } = found("Delivered_Other", [], { tracking: { providers: [first, { events: null }, last] } });
  expect(scans.map(({ code }) => code)).toEqual(["Delivered_Other", "InTransit_Arrival", "InTransit_PickedUp"]);
});

test("without a list of events the latest one is the only scan", () => {
  const { scans } = found("InTransit_Other", [], { latest_event: event("InTransit_Other", AT), tracking: null });
  expect(scans).toMatchObject([{ code: "InTransit_Other", instant: "2026-03-02T15:15:00Z" }]);
});

const raw = (date: string | null, time: string | null) => ({ time_raw: { date, time, timezone: null } });
const UTC = "2026-03-02T15:15:00Z";

test.each([
  [AT, {}, "2026-03-02T08:15:00", UTC],
  [AT, raw("2026-03-02", "08:15:00"), "2026-03-02T08:15:00", UTC],
  ["2026-03-02T00:00:00-07:00", raw("2026-03-02", null), "2026-03-02", null],
  ["2026-03-02T08:15:00", {}, "2026-03-02T08:15:00", null],
  ["2026-03-02T08:15:00", { time_utc: UTC }, "2026-03-02T08:15:00", UTC],
  [UTC, {}, null, UTC],
  [UTC, raw("2026-03-02", "08:15:00"), "2026-03-02T08:15:00", UTC],
  [UTC, raw("2 March", "noon"), null, UTC],
  ["2026-03-02T00:00:00Z", raw("2026-03-02", null), "2026-03-02", null],
  [null, raw("2026-03-02 08:15", null), "2026-03-02T08:15:00", null],
  [null, { time_utc: UTC }, null, UTC],
  [null, { time_utc: UTC, ...raw("2026-03-02", "08:15:00") }, "2026-03-02T08:15:00", UTC],
  [null, raw("2026-03-02", "08:15"), "2026-03-02T08:15:00", null],
  [null, raw("2 March", "noon"), null, null],
  ["soon", { time_raw: "soon" }, null, null],
])("the time %j with %j has the local time %j and the instant %j", (iso, more, localTime, instant) => {
  const { scans, summary } = found("InTransit_Other", [event("InTransit_Other", iso, more)]);
  expect(scans[0]).toMatchObject({ localTime, instant });
  expect(summary).toMatchObject({ localTime, instant });
});

const address = (more: Json) => ({ address: { country: "US", state: null, city: null, postal_code: null, ...more } });

test.each([
  [{}, ["BOISE", "ID", "83702", "US"]],
  [{ ...address({}), location: "MEMPHIS, TN" }, ["MEMPHIS", "TN", null, "US"]],
  [{ ...address({}), location: "Memphis, TN, US" }, ["Memphis", "TN", null, "US"]],
  [{ ...address({ country: "DE" }), location: "Feucht, DE" }, ["Feucht", null, null, "DE"]],
  [{ address: null, location: "SHENZHEN" }, ["SHENZHEN", null, null, null]],
  [{ ...address({}), location: "12 Elm St, Boise, ID" }, [null, "ID", null, "US"]],
  [{ ...address({ state: "ID" }), location: "Boise" }, ["Boise", "ID", null, "US"]],
  [{ address: null, location: null }, [null, null, null, null]],
  [{ address: null, location: "Germany" }, [null, null, null, "DE"]],
  [{ ...address({}), location: "US" }, [null, null, null, "US"]],
  [{ ...address({ country: "Germany" }), location: "Bonn" }, ["Bonn", null, null, "DE"]],
])("of a place with %j city, region, postal code and country are %j", (more, expected) => {
  const [scan] = found("InTransit_Other", [event("InTransit_Other", AT, more)]).scans;
  const { city, region, postalCode, country } = scan?.place ?? {};
  expect([city, region, postalCode, country]).toEqual(expected);
});

const DAY = "2026-03-05";

test.each([
  [DAY, "2026-03-06", { from: DAY, to: "2026-03-06" }],
  [DAY, null, { from: DAY, to: DAY }],
  [null, DAY, { from: DAY, to: DAY }],
  ["2026-03-05T00:00:00-07:00", null, { from: DAY, to: DAY }],
  [
    "2026-03-05T08:00:00-07:00",
    "2026-03-05T20:00:00-07:00",
    { from: "2026-03-05T15:00:00Z", to: "2026-03-06T03:00:00Z" },
  ],
  ["2026-03-06", DAY, { from: DAY, to: DAY }],
  ["soon", null, null],
])("from %j to %j the estimate is %j", (from, to, estimate) => {
  const more = { time_metrics: { estimated_delivery_date: { source: "Official", from, to } } };
  expect(found("InTransit_Other", [], more).summary.estimate).toEqual(estimate);
  expect(found("Delivered_Other", [], more).summary.estimate).toBeNull();
});

test("nothing is expected of a parcel that is back or was called off", () => {
  const more = { time_metrics: { estimated_delivery_date: { from: DAY, to: DAY } } };
  for (const sub of ["Exception_Returned", "Exception_Cancel"])
    expect(found(sub, [], more).summary.estimate).toBeNull();
});

test("a delivered parcel tells when, by its scan, else by its milestone", () => {
  const milestone = [{ key_stage: "Delivered", time_iso: "2026-03-02T09:00:00-07:00" }];
  expect(found("Delivered_Other", [event("Delivered_Other", AT)], { milestone }).summary.deliveredAt).toBe(UTC);
  expect(found("Delivered_Other", [], { milestone }).summary.deliveredAt).toBe("2026-03-02T16:00:00Z");
  expect(found("Exception_Returned", [event("Delivered_Other", AT)], { milestone }).summary.deliveredAt).toBeNull();
});

test("the scans of several carriers stand newest first where a time is only local, too", () => {
  const [left, arrived] = [
    [event("InTransit_Departure", "2026-03-01T09:00:00"), event("InTransit_PickedUp", "2026-02-28T09:00:00")],
    [event("OutForDelivery_Other", "2026-03-07T08:00:00"), event("InTransit_Arrival", "2026-03-06T08:00:00")],
  ];
  for (const lists of [
    [left, arrived],
    [arrived, left],
  ]) {
    const providers = lists.map((events) => ({ provider: { key: 1 }, events }));
    expect(found("OutForDelivery_Other", [], { tracking: { providers } }).scans.map(({ code }) => code)).toEqual([
      "OutForDelivery_Other",
      "InTransit_Arrival",
      "InTransit_Departure",
      "InTransit_PickedUp",
    ]);
  }
});

test("a parcel that waits tells where, from the scan", () => {
  const { summary } = found("AvailableForPickup_Other", [event("AvailableForPickup_Other", AT)]);
  expect(summary).toMatchObject({
    actionRequired: "pick_up",
    pickup: { city: "BOISE", postalCode: "83702", street: null },
  });
});

test("where the status is none that we know, the newest scan speaks for it", () => {
  const { summary } = found("NotFound_Other", [event("InTransit_Arrival", AT)]);
  expect(summary).toMatchObject({ status: "in_transit", code: "InTransit_Arrival" });
});

test("what is kept has codes, words, time and place, and no street", () => {
  const odd = { location: "12 Elm St", address: { country: "US", street: "12 Elm St" }, signer: "Jo Ramos" };
  const { summary, scans } = found("Delivered_Other", [event("Delivered_Other", AT, odd)], {
    shipping_info: { recipient_address: { street: "12 Elm St" } },
  });
  expect(scans[0]?.raw).toMatchObject({ sub_status: "Delivered_Other", time_iso: AT });
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toMatch(/Ramos|Elm/);
});
