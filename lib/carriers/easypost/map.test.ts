import { expect, test } from "vitest";
import { detail, found, NUMBER, parsed, tracker } from "./tracker-testing.ts";

test("the tracker's status is the summary, its details are the scans, newest first", () => {
  const { summary, scans } = found({
    status: "out_for_delivery",
    tracking_details: [detail("pre_transit", "2026-03-02T08:00:00Z"), detail("in_transit", "2026-03-03T08:00:00Z")],
  });
  expect(summary).toMatchObject({ kind: "summary", status: "out_for_delivery", reportPosition: 2 });
  expect(scans.map(({ status, reportPosition }) => [status, reportPosition])).toEqual([
    ["in_transit", 1],
    ["info_received", 0],
  ]);
});

test("scans of one second stand in EasyPost's own order, which is oldest first", () => {
  const at = "2026-03-02T08:00:00Z";
  const { scans } = found({ tracking_details: [detail("pre_transit", at), detail("in_transit", at)] });
  expect(scans.map(({ status }) => status)).toEqual(["in_transit", "info_received"]);
});

test.each([
  ["2026-03-02T15:15:00Z", null, "2026-03-02T15:15:00Z"],
  ["2026-03-02T08:15:00-07:00", "2026-03-02T08:15:00", "2026-03-02T15:15:00Z"],
  ["2026-03-02T08:15:00", "2026-03-02T08:15:00", null],
  ["2026-03-02", "2026-03-02", null],
  ["soon", null, null],
])(
  "the time %s has the local time %j, as written, and the instant %j: UTC is nobody's wall clock",
  (datetime, localTime, instant) => {
    const { scans, summary } = found({ tracking_details: [detail("in_transit", datetime)] });
    expect(scans[0]).toMatchObject({ localTime, instant });
    expect(summary).toMatchObject({ localTime, instant });
  },
);

test("a place is told as far as it is known, with a country of two letters", () => {
  const at = (tracking_location: unknown) =>
    found({ tracking_details: [detail("in_transit", null, { tracking_location })] }).scans[0]?.place;
  expect(at({ city: "BOISE", state: "ID", zip: "83702", country: "us" })).toEqual({
    ...{ city: "BOISE", region: "ID", postalCode: "83702", country: "US" },
  });
  expect(at({ city: "BOISE", country: "United States" })).toMatchObject({ city: "BOISE", country: null });
  expect(at(null)).toMatchObject({ city: null, country: null });
});

const LOCAL = { est_delivery_date_local: "2026-03-05", est_delivery_time_local: null };

test.each([
  [{ est_delivery_date: "2026-03-05T00:00:00Z", carrier_detail: LOCAL }, "2026-03-05"],
  [{ carrier_detail: { ...LOCAL, est_delivery_time_local: "18:00:00" } }, "2026-03-05T18:00:00"],
  [{ carrier_detail: { ...LOCAL, est_delivery_time_local: "evening" } }, "2026-03-05"],
  [{ est_delivery_date: "2026-03-06T00:00:00Z" }, "2026-03-06"],
  [{ est_delivery_date: "2026-03-06T19:30:00Z" }, "2026-03-06T19:30:00Z"],
  [{ carrier_detail: { guaranteed_delivery_date: "2026-03-07T00:00:00Z" } }, "2026-03-07"],
])("of %j the estimate is %s", (dates, point) => {
  expect(found(dates).summary.estimate).toEqual({ from: point, to: point });
});

test("without a date, or once delivered, there is no estimate", () => {
  expect(found({ est_delivery_date: "soon" }).summary.estimate).toBeNull();
  expect(found({ status: "delivered", est_delivery_date: "2026-03-06T00:00:00Z" }).summary.estimate).toBeNull();
});

test("a delivered parcel tells when and who signed; any other tells neither", () => {
  const tracking_details = [detail("delivered", "2026-03-05T23:30:00Z"), detail("in_transit", "2026-03-06T01:00:00Z")];
  const { summary } = found({ status: "delivered", signed_by: "I. Nowak", tracking_details });
  expect(summary).toMatchObject({ deliveredAt: "2026-03-05T23:30:00Z", signedBy: "I. Nowak" });
  expect(found({ signed_by: "I. Nowak" }).summary).toMatchObject({ deliveredAt: null, signedBy: null });
});

test("a parcel that waits tells where, from the scan", () => {
  const waiting = detail("available_for_pickup", "2026-03-05T10:00:00Z");
  const { summary, scans } = found({ status: "available_for_pickup", tracking_details: [waiting] });
  expect(summary.pickup).toMatchObject({ city: "BOISE", postalCode: "83702", name: null, street: null });
  expect(scans[0]?.pickup).toEqual(summary.pickup);
  expect(found({ tracking_details: [waiting] }).summary.pickup).toBeNull();
});

test("where the tracker's status is none that we know, the newest scan speaks for it", () => {
  for (const status of ["unknown", "teleported", null]) {
    const { summary } = found({ status, tracking_details: [detail("in_transit", "2026-03-03T08:00:00Z")] });
    expect([status, summary.status, summary.code]).toEqual([status, "in_transit", "in_transit"]);
  }
});

test("a tracker that knows neither status nor scan is not found yet", () => {
  for (const more of [{ status: "unknown" }, { status: "unknown", tracking_details: null }]) {
    expect(parsed(tracker(more))).toEqual([
      { trackingNumber: NUMBER, result: { ok: true, value: { found: false, trackingNumber: NUMBER } } },
    ]);
  }
});

test("a tracker whose only scan says that the carrier has nothing is not found yet; one with a time or a status is", () => {
  const nothing = detail("unknown", null, { message: "Nothing known", status_detail: "unknown" });
  const [entry] = parsed(tracker({ status: "unknown", tracking_details: [nothing] }));
  expect(entry?.result).toMatchObject({ ok: true, value: { found: false } });
  for (const news of [detail("unknown", "2026-03-03T08:00:00Z"), detail("in_transit", null)]) {
    expect(found({ status: "unknown", tracking_details: [news] }).scans).toHaveLength(1);
  }
});

test("nothing is expected of a parcel that was called off", () => {
  expect(found({ status: "cancelled", est_delivery_date: "2026-03-06T00:00:00Z" }).summary.estimate).toBeNull();
});

test("what is kept has codes, words, time and place, and nobody's name", () => {
  const odd = { recipient: "Jo Ramos", tracking_location: { city: "BOISE", street1: "12 Elm St" } };
  const { summary, scans } = found({
    ...{ status: "delivered", signed_by: "Jo Ramos" },
    tracking_details: [detail("delivered", "2026-03-05T23:30:00Z", odd)],
  });
  expect(scans[0]?.raw).toMatchObject({ status: "delivered", tracking_location: { city: "BOISE" } });
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toMatch(/Ramos|Elm/);
});
