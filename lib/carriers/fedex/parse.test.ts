import { expect, test } from "vitest";
import { kindBy } from "#lib/carriers/parsed-testing.ts";
import { fedex } from "./client.ts";
import { report, scan } from "./result-testing.ts";

test("a reply without results is unreadable", () => {
  expect(kindBy(fedex, { output: { completeTrackResults: [] } })).toBe("unreadable");
});

test("a field of a wrong type takes no other with it", () => {
  const { scans, summary } = report({
    latestStatusDetail: { code: "OD", scanLocation: "Denver", delayDetail: [], ancillaryDetails: "none" },
    scanEvents: [null, scan("OD IT", undefined, { scanLocation: 7, exceptionCode: {}, delayDetail: "snow" }), "scan"],
    dateAndTimes: { type: "SHIP" },
  });
  expect(scans).toHaveLength(1);
  expect(summary).toMatchObject({ status: "out_for_delivery", instant: "2026-03-10T14:15:00Z", estimate: null });
});

test.each([
  ["NOT.AUTHORIZED.ERROR", "credentials_refused"],
  ["FORBIDDEN.ERROR", "forbidden"],
  ["SERVICE.UNAVAILABLE.ERROR", "outage"],
  ["INTERNAL.SERVER.ERROR", "outage"],
  ["TRACKING.TRACKINGNUMBER.EMPTY", "invalid_number"],
  ["BAD.REQUEST.ERROR", "rejected"],
  ["SOMETHING.NEW", "rejected"],
])("error %s of a body alone is %s", (code, kind) => {
  expect(kindBy(fedex, { transactionId: "1", errors: [{ code, message: "Some words" }] })).toBe(kind);
});
