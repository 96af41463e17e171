import { expect, test } from "vitest";
import { spoilt } from "#lib/carriers/spoilt-testing.ts";
import { at, event, found, parsed, shipment } from "./shipment-testing.ts";

const shop = (label: unknown, address: object = {}) => ({
  location: {
    address: { countryCode: "DE", postalCode: "28203", addressLocality: "Bremen", ...address },
    servicePoint: { url: "https://example.com", label },
  },
});
const waiting = (more: object = shop("Kiosk am Sielwall", { streetAddress: "Sielwall 1" })) =>
  event("transit", "2026-03-05T09:00:00", { status: "ZF", ...more });
const held = (status: object, more: object = {}) => found({ status, events: [status], ...more });
const bremen = { city: "Bremen", region: null, postalCode: "28203", country: "DE", hours: [], until: null };

test("a parcel at a service point tells its name and address, and neither hours nor a last day", () => {
  const { summary, scans } = held(waiting());
  expect(summary).toMatchObject({ status: "available_for_pickup", actionRequired: "pick_up" });
  expect(summary.pickup).toEqual({ ...bremen, name: "Kiosk am Sielwall", street: "Sielwall 1" });
  expect(scans[0]?.pickup).toEqual(summary.pickup);
});

test("the street may stand before the city", () => {
  const { summary } = held(waiting(shop("Kiosk", { addressLocality: "Sielwall 1, Bremen" })));
  expect(summary.pickup).toMatchObject({ street: "Sielwall 1", city: "Bremen" });
});

test("the newest event stands for a status that names no place", () => {
  const status = { statusCode: "transit", status: "ZF" };
  expect(found({ status, events: [waiting()] }).summary.pickup).toMatchObject({ name: "Kiosk am Sielwall" });
  expect(found({ status: null, events: [waiting()] }).summary.pickup).toMatchObject({ name: "Kiosk am Sielwall" });
});

test("a place that DHL does not call a service point may be the receiver's door: nothing of it is taken", () => {
  const door = waiting(at("Sielwall 1, Bremen", "DE", { postalCode: "28203", streetAddress: "Sielwall 1" }));
  const told = held(door, { destination: { address: { streetAddress: "Sielwall 1", addressLocality: "Bremen" } } });
  expect([told.summary.pickup, told.scans[0]?.pickup]).toEqual([null, null]);
  expect(JSON.stringify(told)).not.toContain("Sielwall");
});

test("of the destination only the service point's name is taken", () => {
  const destination = { address: { streetAddress: "12 Elm St" }, servicePoint: { label: "Packstation 101" } };
  const told = held(waiting(at("Bremen")), { destination });
  expect(told.summary.pickup).toMatchObject({ name: "Packstation 101", street: null, city: null });
  expect(JSON.stringify(told)).not.toContain("Elm");
});

test("the service areas of DHL Express are no shops", () => {
  const destination = { servicePoint: { label: "Destination Service Area" } };
  const area = { ...waiting(shop("BREMEN Service Area", { streetAddress: "12 Elm St" })), status: "CC" };
  expect(found({ service: "express", status: area, events: [area], destination }).summary.pickup).toBeNull();
});

test.each(["PO", "ZN", "ZU"])("what is %s waits nowhere", (code) => {
  const statusCode = code === "ZU" ? "delivered" : "transit";
  const { summary, scans } = held({ ...waiting(), statusCode, status: code });
  expect([summary.pickup, scans[0]?.pickup]).toEqual([null, null]);
});

test("whatever stands in place of a part, the parcel is read; the raw words have neither name nor street", () => {
  const reply = { shipments: [shipment({ status: waiting(), events: [waiting()] })] };
  for (const { value } of spoilt(reply)) expect(parsed(value).length).toBeGreaterThan(0);
  const { summary, scans } = held(waiting());
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toContain("Sielwall");
});
