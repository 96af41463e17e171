import { expect, test } from "vitest";
import { kindBy } from "#lib/carriers/parsed-testing.ts";
import { fedex } from "./client.ts";
import { parsed, report, scan } from "./result-testing.ts";

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
  ["TRACKING.TRACKINGNUMBER.INVALID", "invalid_number"],
  ["SYSTEM.UNEXPECTED.ERROR", "outage"],
  ["SOMETHING.NEW", "rejected"],
])("error %s of a body alone is %s", (code, kind) => {
  expect(kindBy(fedex, { transactionId: "1", errors: [{ code, message: "Some words" }] })).toBe(kind);
});

test.each([
  "Daily transaction quota exceeded. Retry after 12:00AM GMT",
  "We have received too many requests in a short duration.",
])("an error of any code that says %j is a spent quota", (message) => {
  expect(kindBy(fedex, { errors: [{ code: "SOMETHING.NEW", message }] })).toBe("quota_spent");
});

test.each([
  [{ alerts: "TRACKING.DATA.NOTFOUND -  Tracking data unavailable" }, true],
  [{ alerts: [{ code: "TRACKING.DATA.NOTFOUND", alertType: "NOTE" }], completeTrackResults: [] }, true],
  [{ alerts: [{ code: "VIRTUAL.RESPONSE", message: "This is a Virtual Response." }] }, false],
])("a reply with notes alone, %j, is not found where they say so: %j", (output, isNotFound) => {
  const [entry] = parsed({ output });
  expect(entry?.result.ok).toBe(isNotFound);
});
