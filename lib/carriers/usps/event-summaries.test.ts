import { expect, test } from "vitest";
import { readEventSummary } from "./event-summaries.ts";
import { found, NUMBER } from "./parcel-testing.ts";

const BOISE = { city: "BOISE", region: "ID", postalCode: "83702", country: "US" };

test.each([
  ["Out for Delivery, 03/02/2026, 6:10 am, BOISE, ID 83702", "Out for Delivery", "2026-03-02T06:10:00"],
  ["Delivered, Front Door/Porch, 3/2/2026, 12:55 p.m., BOISE ID 83702", "Delivered, Front Door/Porch", "T12:55:00"],
  ["Delivered, March 2, 2026, 12:05 am, BOISE, ID 83702", "Delivered", "2026-03-02T00:05:00"],
])("the line %j is an event with its time and place", (line, name, time) => {
  const read = readEventSummary(line);
  expect(read).toMatchObject({ name, place: BOISE });
  expect(read.localTime).toContain(time);
});

test("a sentence is its own name, and ends with when and where", () => {
  const sentence = "Your item was delivered at 12:55 pm on March 02, 2026 in BOISE, ID 83702.";
  expect(readEventSummary(sentence)).toEqual({ name: sentence, localTime: "2026-03-02T12:55:00", place: BOISE });
});

test.each([
  ["Shipping Label Created, USPS Awaiting Item, 03/01/2026", "2026-03-01", null],
  ["Arrived, 03/01/2026, 2:15 pm, BOISE ID DISTRIBUTION CENTER", "2026-03-01T14:15:00", "BOISE ID DISTRIBUTION CENTER"],
  ["Arrived, 13/45/2026, 2:15 pm, BOISE, ID 83702", null, "BOISE"],
  ["Something else", null, null],
])("%j tells no more than it says", (line, localTime, city) => {
  expect(readEventSummary(line)).toMatchObject({ localTime, place: { city } });
});

test("the short form of a reply is a report by its words, and each scan is marked as such", () => {
  const eventSummaries = [
    "Out for Delivery, 03/02/2026, 6:10 am, BOISE, ID 83702",
    "Teleported, 03/02/2026, 5:00 am, BOISE, ID 83702",
    "Arrived at Post Office, 03/01/2026, 2:15 pm, BOISE, ID 83702",
  ];
  const { scans, summary } = found({ trackingNumber: NUMBER, expectedDeliveryDate: "2026-03-02", eventSummaries });
  expect(scans.map(({ effect, status, code, raw }) => [effect, status, code, raw])).toEqual([
    ["moves", "out_for_delivery", null, { eventSummary: eventSummaries[0], byText: true }],
    ["unknown", null, null, { eventSummary: eventSummaries[1], byText: true }],
    ["moves", "in_transit", null, { eventSummary: eventSummaries[2], byText: true }],
  ]);
  expect(summary).toMatchObject({ status: "out_for_delivery", raw: { byText: true } });
  expect(summary.estimate).toEqual({ from: "2026-03-02", to: "2026-03-02" });
});
