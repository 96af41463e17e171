import { expect, test } from "vitest";
import { kindBy } from "#lib/carriers/parsed-testing.ts";
import { ups } from "./client.ts";
import { activity, report } from "./package-testing.ts";

test("a reply without shipments is unreadable", () => {
  expect(kindBy(ups, { trackResponse: { shipment: [] } })).toBe("unreadable");
});

test("a field of a wrong type takes no other with it", () => {
  const wrong = { gmtTime: 7, location: "Boise", time: { hour: 8 } };
  const { scans, summary } = report({ activity: [activity("I DP 5", "20260310", "0", wrong)], deliveryDate: "soon" });
  expect(scans[0]).toMatchObject({ status: "in_transit", localTime: "2026-03-10", instant: null });
  expect(summary).toMatchObject({ status: "in_transit", estimate: null });
});

test.each([
  ["TV1002", "invalid_number"],
  ["250002", "credentials_refused"],
  ["250003", "credentials_refused"],
  ["10429", "quota_spent"],
  ["10004", "outage"],
  ["987654", "rejected"],
])("error %s of a body alone is %s", (code, kind) => {
  expect(kindBy(ups, { response: { errors: [{ code, message: "Some words" }] } })).toBe(kind);
});
