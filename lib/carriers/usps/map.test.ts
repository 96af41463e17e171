import { expect, test } from "vitest";
import { event, found, parcel } from "./parcel-testing.ts";

const whereAndWhen = { trackingEvents: [event("10", "2026-03-02T08:15:00")] };

test.each([
  ["Pre-Shipment", "info_received"],
  ["Accepted", "picked_up"],
  ["In Transit", "in_transit"],
  ["in-transit", "in_transit"],
  ["OUT_FOR_DELIVERY", "out_for_delivery"],
  ["Delivered", "delivered"],
  ["Available for Pickup", "available_for_pickup"],
  ["Delivery Attempt", "attempt_failed"],
  ["Alert", "exception"],
])("the category %s is %s, whatever the newest scan says", (statusCategory, status) => {
  const { summary } = found(parcel({ statusCategory, ...whereAndWhen }));
  expect(summary).toMatchObject({ effect: "moves", status, code: statusCategory });
});

test.each([
  ["MA", "info_received"],
  ["03", "picked_up"],
  ["3", "picked_up"],
  ["oa", "picked_up"],
  ["T1", "in_transit"],
  ["OF", "out_for_delivery"],
  ["01", "delivered"],
  [1, "delivered"],
  ["54", "attempt_failed"],
  ["14", "available_for_pickup"],
])("the event code %s is %s, whatever its text says", (eventCode, status) => {
  const [scan] = found(parcel({ trackingEvents: [event("", null, { eventCode, eventType: "Alert: lost" })] })).scans;
  expect(scan).toMatchObject({ effect: "moves", status });
});

test("a code that no table has is shown as unknown and never guessed from its text", () => {
  const [scan] = found(parcel({ trackingEvents: [event("ZZ", null, { eventType: "Delivered, Front Door" })] })).scans;
  expect(scan).toMatchObject({ effect: "unknown", status: null, code: "ZZ", description: "Delivered, Front Door" });
});

test("an unknown category leaves the word to the newest scan, and to nobody when that is unknown too", () => {
  const statusCategory = "Teleported";
  const known = found(parcel({ statusCategory, trackingEvents: [event("OF", null)] })).summary;
  expect(known).toMatchObject({ status: "out_for_delivery", code: "OF" });
  expect(found(parcel({ statusCategory, trackingEvents: [event("ZZ", null)] })).summary.effect).toBe("unknown");
  expect(found(parcel({ statusCategory })).summary).toMatchObject({ effect: "unknown", code: statusCategory });
});

test("the wall clock stays as written: a false Z never becomes an instant", () => {
  const [scan] = found(parcel({ trackingEvents: [event("10", "2026-03-02T08:15:00Z")] })).scans;
  expect(scan).toMatchObject({ localTime: "2026-03-02T08:15:00", instant: null });
});

test.each([
  ["true UTC", { GMTTimestamp: "2026-03-02T15:15:40Z" }, "2026-03-02T15:15:40Z"],
  [
    "UTC with the local day in front of it",
    { GMTOffset: "+09:00", GMTTimestamp: "2026-03-02T23:15:21Z" },
    "2026-03-01T23:15:21Z",
  ],
  ["UTC without its Z", { GMTTimestamp: "2026-03-02T15:15:40" }, "2026-03-02T15:15:40Z"],
  ["UTC with fractions", { GMTTimestamp: "2026-03-02T15:15:40.041Z" }, "2026-03-02T15:15:40Z"],
  ["an offset beside the wall clock", { GMTOffset: "-07:00" }, "2026-03-02T15:15:00Z"],
  ["a short offset", { GMTOffset: "-7:00" }, "2026-03-02T15:15:00Z"],
  ["an offset without a colon", { GMTOffset: "-0700" }, "2026-03-02T15:15:00Z"],
  ["an offset that YAML made a number of minutes", { GMTOffset: -420 }, "2026-03-02T15:15:00Z"],
  ["the same to the east", { GMTOffset: 330 }, "2026-03-02T02:45:00Z"],
  ["an offset that is none", { GMTOffset: "MST" }, null],
])("%s gives the instant beside the local time", (_, more, instant) => {
  const [scan] = found(parcel({ trackingEvents: [event("10", "2026-03-02T08:15:00", more)] })).scans;
  expect(scan).toMatchObject({ localTime: "2026-03-02T08:15:00", instant });
});

test("a scan without any time is kept without a time", () => {
  const [scan] = found(parcel({ trackingEvents: [event("MA", null)] })).scans;
  expect(scan).toMatchObject({ localTime: null, instant: null });
});

test.each([
  [{ eventCountry: null }, "US"],
  [{ eventCountry: "" }, "US"],
  [{ eventCountry: "jp" }, "JP"],
  [{ eventCountry: "JAPAN" }, "JP"],
  [{ eventCountry: "Great Britain and Northern Ireland" }, "GB"],
  [{ eventCountry: "NARNIA" }, null],
])("the country of %j is %s", (more, country) => {
  const [scan] = found(parcel({ trackingEvents: [event("10", null, more)] })).scans;
  expect(scan?.place).toEqual({ city: "BOISE", region: "ID", postalCode: "83702", country });
});

test("a scan without any place is nowhere, not in the United States", () => {
  const nowhere = { eventCity: "", eventState: null, eventZIPCode: null };
  const [scan] = found(parcel({ trackingEvents: [event("NP", null, nowhere)] })).scans;
  expect(scan?.place).toEqual({ city: null, region: null, postalCode: null, country: null });
});

test("a ZIP code that came as a number has its zeros again, also in v3 names", () => {
  const [scan] = found(
    parcel({ trackingEvents: [event("10", null, { eventZIPCode: undefined, eventZIP: 2540 })] }),
  ).scans;
  expect(scan?.place.postalCode).toBe("02540");
});

test("texts have no tags, marks or entities", () => {
  const eventType = "  Priority Mail<SUP>&reg;</SUP> &amp; more&#153; <b>left</b>\n";
  const report = found(parcel({ status: "Mail&#174;", trackingEvents: [event("10", null, { eventType })] }));
  expect(report.scans[0]?.description).toBe("Priority Mail & more left");
  expect(report.summary.description).toBe("Mail");
  expect(found(parcel({ status: "Mail<SUP>reg;</SUP> &quot;x&quot;" })).summary.description).toBe('Mail "x"');
  expect(found(parcel({ status: " <SUP>&reg;</SUP> " })).summary.description).toBeNull();
});

test("the scans are numbered from the oldest, and the summary comes after them with the newest scan's time and place", () => {
  const newest = event("OF", "2026-03-04T09:00:00", { eventCity: "NAMPA", GMTTimestamp: "2026-03-04T16:00:00Z" });
  const trackingEvents = [newest, event("10", "2026-03-03T08:00:00"), event("03", "2026-03-02T08:00:00")];
  const { scans, summary } = found(parcel({ trackingEvents }));
  expect(scans.map(({ code, reportPosition }) => [code, reportPosition])).toEqual([
    ["OF", 2],
    ["10", 1],
    ["03", 0],
  ]);
  expect(summary).toMatchObject({
    reportPosition: 3,
    localTime: "2026-03-04T09:00:00",
    instant: "2026-03-04T16:00:00Z",
  });
  expect(summary.place.city).toBe("NAMPA");
  expect(found(parcel()).summary).toMatchObject({ reportPosition: 0, localTime: null, instant: null });
});

test("each scan keeps the carrier's own words as received, without who took it", () => {
  const scan = event("10", "2026-03-02T08:15:00Z", { reasonCode: 7, GMTOffset: "-07:00" });
  const people = { name: "B LEE", recipientName: "A CHO", firm: "CHO & LEE", additionalProp: "At B LEE's" };
  expect(found(parcel({ trackingEvents: [{ ...scan, ...people }] })).scans[0]?.raw).toEqual(scan);
});

test("a delivered parcel tells when, to whom and where, and no estimate", () => {
  const delivered = event("01", "2026-03-04T11:20:00", {
    eventType: "Delivered, Front Door/Porch",
    recipientName: "A CHO",
  });
  const later = event("ZZ", "2026-03-04T18:00:00");
  const dates = { predictedDeliveryDate: "2026-03-04" };
  const { summary } = found(
    parcel({ statusCategory: "Delivered", trackingEvents: [later, delivered], deliveryDateExpectation: dates }),
  );
  const delivery = { deliveredAt: "2026-03-04T11:20:00", signedBy: "A CHO", leftAt: "Front Door/Porch" };
  expect(summary).toMatchObject({ ...delivery, estimate: null });
});

test.each([
  ["Delivered, In/At Mailbox", "In/At Mailbox"],
  ["Delivered, To Agent", "To Agent"],
  ["Delivered, To Original Sender", null],
  ["DELIVERED, TO ORIGINAL SENDER, BOISE", null],
  ["Delivered", null],
])("%j was left at %j: the sender is no place", (eventType, leftAt) => {
  const trackingEvents = [event("01", "2026-03-04T11:20:00", { eventType })];
  const { summary, scans } = found(parcel({ statusCategory: "Delivered", trackingEvents }));
  expect([summary.leftAt, scans[0]?.leftAt, scans[0]?.description]).toEqual([leftAt, leftAt, eventType]);
});

test("a delivery whose scan has a code that no table has is told all the same, and one that USPS tells in its status alone", () => {
  const scan = event("ZZ", "2026-03-04T11:20:00", { eventType: "Delivered, Front Desk", recipientName: "A CHO" });
  const told = (more: object) => found(parcel({ statusCategory: "Delivered", ...more })).summary;
  const delivery = { deliveredAt: "2026-03-04T11:20:00", signedBy: "A CHO", leftAt: "Front Desk" };
  expect(told({ trackingEvents: [scan, event("OF", "2026-03-04T08:00:00")] })).toMatchObject(delivery);
  const bare = { status: "Delivered, In/At Mailbox", trackingEvents: [event("OF", "2026-03-04T08:00:00")] };
  expect(told(bare)).toMatchObject({ deliveredAt: null, signedBy: null, leftAt: "In/At Mailbox" });
  const statusSummary = "Your item came at 1:10 pm on March 4, 2026 in BOISE, ID 83702.";
  expect(told({ ...bare, statusSummary })).toMatchObject({
    deliveredAt: "2026-03-04T13:10:00",
    leftAt: "In/At Mailbox",
  });
  expect(told({ status: "Delivered, To Original Sender" })).toMatchObject({ status: "returned", leftAt: null });
});

test("who took a v3 parcel is in `name`, and nobody signs for a scan that is no delivery", () => {
  const delivered = event("01", "2026-03-04T11:20:00Z", { name: "B LEE", GMTTimestamp: "2026-03-04T18:20:00Z" });
  const { summary, scans } = found(parcel({ statusCategory: "Delivered", trackingEvents: [delivered] }));
  expect(summary).toMatchObject({ signedBy: "B LEE", deliveredAt: "2026-03-04T18:20:00Z", leftAt: null });
  expect(scans[0]).toMatchObject({ signedBy: "B LEE" });
  const attempt = found(parcel({ trackingEvents: [event("53", null, { name: "B LEE" })] }));
  expect(attempt.scans[0]?.signedBy).toBeNull();
});

test("what waits for pick-up says so to the shopper", () => {
  const { summary } = found(parcel({ statusCategory: "Available for Pickup" }));
  expect(summary.actionRequired).toBe("pick_up");
});
