import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#lib/carriers/parsed-testing.ts";
import { NUMBER } from "./package-testing.ts";
import { readPush } from "./read-push.ts";

/** An alert from Boise; `codes` is "type code descriptionCode", with `-` for what UPS leaves out. */
function alert(codes: string, more: Json = {}): string {
  const [type, code, descriptionCode] = codes.split(" ").map((part) => (part === "-" ? undefined : part));
  return JSON.stringify({
    trackingNumber: NUMBER,
    localActivityDate: "20260310",
    localActivityTime: "081500",
    gmtActivityDate: "20260310",
    gmtActivityTime: "141500",
    gmtOffset: "-06.00",
    activityLocation: { city: "Boise", stateProvince: "ID", postalCode: "83702", country: "US" },
    activityStatus: { type, code, descriptionCode, description: "Something happened" },
    scheduledDeliveryDate: "20260310",
    ...more,
  });
}

function reported(body: string) {
  const [entry] = readPush(body);
  if (!entry?.result.ok || !entry.result.value.found) throw new Error(`nothing reported: ${JSON.stringify(entry)}`);
  return entry.result.value;
}

test("an alert is the report of its one event: where, when by the clock there and by UTC, and what is expected", () => {
  const { trackingNumber, scans, summary } = reported(
    alert("I OT 021", { deliveryStartTime: "150000", deliveryEndTime: "170000" }),
  );
  expect(trackingNumber).toBe(NUMBER);
  expect(scans).toMatchObject([
    {
      ...{ status: "out_for_delivery", code: "021", localTime: "2026-03-10T08:15:00", instant: "2026-03-10T14:15:00Z" },
      place: { city: "Boise", region: "ID", postalCode: "83702", country: "US" },
    },
  ]);
  expect(summary.estimate).toEqual({ from: "2026-03-10T15:00:00", to: "2026-03-10T17:00:00" });
});

test("a delivery tells when and to whom, and expects nothing any more", () => {
  const more = { actualDeliveryDate: "20260310", actualDeliveryTime: "081402", receivedBy: "RAMOS" };
  expect(reported(alert("D FS 011", more)).summary).toMatchObject({
    status: "delivered",
    deliveredAt: "2026-03-10T08:14:02",
    signedBy: "RAMOS",
    estimate: null,
  });
});

test.each([
  ["D OT -", "out_for_delivery"],
  ["D OD -", "in_transit"],
  ["MV - -", "cancelled"],
  ["M MP 003", "info_received"],
  ["X 48 022", "attempt_failed"],
  ["U UP 154", null],
])("%s is %s", (codes, status) => {
  expect(reported(alert(codes)).summary.status).toBe(status);
});

test("the day is expected for an end of day, and a latest time for any other clock", () => {
  const at = (deliveryTimeDescription: string, deliveryEndTime?: string) =>
    reported(alert("I DP 005", { deliveryTimeDescription, deliveryEndTime })).summary.estimate?.to;
  expect(at("end of day")).toBe("2026-03-10");
  expect(at("commit time", "103000")).toBe("2026-03-10T10:30:00");
});

test("an offset gives the instant where UTC is missing; a code that came as a number is passed over", () => {
  const status = { type: "I", code: "OT", descriptionCode: 17 };
  const { scans } = reported(
    alert("I OT -", { gmtActivityDate: "", gmtActivityTime: "", gmtOffset: "-06.00", activityStatus: status }),
  );
  expect(scans).toMatchObject([{ instant: "2026-03-10T14:15:00Z", status: "out_for_delivery" }]);
});

test.each(["", "{}", "[]", "7", "<html></html>", alert("- - -"), alert("I OT 021", { trackingNumber: null })])(
  "%j is no alert, and unreadable",
  (body) => {
    expect(readPush(body)).toMatchObject([{ trackingNumber: null, result: { error: { kind: "unreadable" } } }]);
  },
);

test("any bytes are read without a throw", () => {
  const keys = Object.keys(JSON.parse(alert("I OT 021")));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readPush(body).length === 1));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()),
      (some) => readPush(alert("I OT 021", some)).length === 1,
    ),
  );
});
