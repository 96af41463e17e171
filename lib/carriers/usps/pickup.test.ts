import { expect, test } from "vitest";
import { event, found, parcel } from "./parcel-testing.ts";

const waiting = event("14", "2026-03-04T09:20:00", {
  eventType: "Available for Pickup",
  eventCity: "NAMPA",
  eventZIPCode: "83651",
});
const held = (more: object = {}) =>
  found(parcel({ statusCategory: "Available for Pickup", trackingEvents: [waiting], ...more }));
const office = { city: "NAMPA", region: "ID", postalCode: "83651", country: "US", name: null, street: null, hours: [] };

test("a parcel at the Post Office tells its town and ZIP code, and the day before it goes back as the last one", () => {
  const { summary, scans } = held({ returnDateNotice: "2026-03-19" });
  expect(scans[0]?.pickup).toEqual({ ...office, until: null });
  expect(summary.pickup).toEqual({ ...office, until: "2026-03-18" });
});

test.each([
  ["2026-03-01", "2026-02-28"],
  ["2026-03-19T00:00:00Z", "2026-03-18"],
  ["", null],
  ["March 19", null],
  [7, null],
])("a return date of %j leaves %s", (returnDateNotice, until) => {
  expect(held({ returnDateNotice }).summary.pickup).toEqual({ ...office, until });
});

test("without the scan the last day is all that is known, and without either nothing", () => {
  expect(held({ trackingEvents: [], returnDateNotice: "2026-03-19" }).summary.pickup).toMatchObject({
    city: null,
    until: "2026-03-18",
  });
  expect(held({ trackingEvents: [] }).summary.pickup).toBeNull();
});

test("a return date of a parcel that does not wait says nothing", () => {
  for (const statusCategory of ["Delivered", "Alert", "Delivery Attempt", "In Transit"]) {
    const { summary } = found(parcel({ statusCategory, returnDateNotice: "2026-03-19", trackingEvents: [waiting] }));
    expect([statusCategory, summary.pickup]).toEqual([statusCategory, null]);
  }
});
