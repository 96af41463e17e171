import { expect, test } from "vitest";
import { event, failure, NUMBER, OTHER, parcel, parsed } from "./parcel-testing.ts";

test("a list has one entry a number: found, not found and refused side by side", () => {
  const list = [
    parcel(),
    failure("404", "", { trackingNumber: OTHER, statusCode: "404" }),
    failure("400", "150010", { trackingNumber: "9400100000000000000031", statusCode: "400" }),
  ];
  expect(parsed(list)).toMatchObject([
    { trackingNumber: NUMBER, result: { ok: true, value: { found: true } } },
    { trackingNumber: OTHER, result: { ok: true, value: { found: false, trackingNumber: OTHER } } },
    { trackingNumber: "9400100000000000000031", result: { ok: false, error: { kind: "forbidden" } } },
  ]);
});

test("one parcel alone is read as well, in the names of v3", () => {
  const { eventZIPCode, ...scan } = event("10", "2026-03-02T08:15:00");
  const v3 = parcel({
    trackingEvents: [{ ...scan, eventZIP: eventZIPCode }],
    destinationZIP: "83702",
    emailEnabled: "true",
  });
  const [entry, ...others] = parsed(v3);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ trackingNumber: NUMBER });
  expect(entry?.result.ok && entry.result.value.found && entry.result.value.scans[0]?.place.postalCode).toBe("83702");
});

test("a number that came as a JSON number is the same number, if it is exact", () => {
  expect(parsed(parcel({ trackingNumber: 1234567890 }))[0]?.trackingNumber).toBe("1234567890");
  expect(parsed(`{"trackingNumber":9400100000000000000017,"statusCategory":"Accepted"}`)[0]?.trackingNumber).toBeNull();
});

test("a number that is there twice is told once, by its newer mail piece", () => {
  const older = parcel({ trackingEvents: [event("01", "2025-03-02T08:15:00")], statusCategory: "Delivered" });
  const newer = parcel({ trackingEvents: [event("03", "2026-03-02T08:15:00")], statusCategory: "Accepted" });
  for (const list of [
    [older, newer],
    [newer, older],
  ]) {
    const entries = parsed(list);
    expect(entries).toMatchObject([{ result: { value: { summary: { status: "picked_up" } } } }]);
    expect(entries).toHaveLength(1);
  }
});

test.each([
  ["150001", "not found"],
  ["150002", "not found"],
  ["150003", "not found"],
  ["150004", "forbidden"],
  ["150005", "not found"],
  ["150006", "invalid_number"],
  ["150007", "invalid_number"],
  ["150008", "forbidden"],
  ["150009", "not found"],
  ["150010", "forbidden"],
  ["150011", "invalid_number"],
  ["150012", "forbidden"],
  ["150013", "not found"],
])("the API's code %s means %s", (code, meaning) => {
  const [entry] = parsed(failure("400", code));
  const { result } = entry ?? {};
  expect(result?.ok ? !result.value.found && "not found" : result?.error.kind).toBe(meaning);
});

test.each([
  ["400", "rejected"],
  ["401", "credentials_refused"],
  ["403", "forbidden"],
  ["429", "quota_spent"],
  ["503", "outage"],
])("an error body with the status %s is %s", (status, kind) => {
  expect(parsed(failure(status))).toMatchObject([{ trackingNumber: null, result: { ok: false, error: { kind } } }]);
});

test.each([
  [{ error: "invalid_client", error_description: "x" }, "credentials_refused"],
  [{ error: "invalid_scope" }, "credentials_refused"],
  [{ error: "A valid tracking number is required." }, "rejected"],
  [{ fault: { detail: { errorcode: "policies.ratelimit.SpikeArrestViolation" } } }, "quota_spent"],
  [{ fault: { detail: { errorcode: "oauth.v2.InvalidAccessToken" } } }, "credentials_refused"],
  [{ fault: { faultstring: "Words" } }, "rejected"],
  [{ statusCode: 404, error: "Not Found", message: "Cannot GET /x" }, "rejected"],
])("%j, from the gateway or the token endpoint, is %s", (body, kind) => {
  expect(parsed(body)).toMatchObject([{ trackingNumber: null, result: { ok: false, error: { kind } } }]);
});

test("a number that USPS knows without any event is not found yet", () => {
  expect(parsed([{ trackingNumber: OTHER, trackingEvents: [] }])).toMatchObject([
    { trackingNumber: OTHER, result: { value: { found: false } } },
  ]);
});

test.each([
  { status: 404, title: "No result found", detail: "Words" },
  { status: "in_transit", tracking_code: OTHER },
  { trackingNumber: OTHER, status: "Delivered" },
  { trackingNumber: "W01", status: "OK", trackingEvents: [{ eventCode: "D01", description: "Delivered" }] },
  [{ id: "1", name: "Done", statusCategory: "DONE" }],
  { error: { codError: "0" } },
  { trackingNumber: OTHER, status: "SUCCESS", trackingEvents: [{ time: "2026-03-02", message: "Delivered" }] },
  { eventSummaries: [] },
])("%j is somebody else's, and no parcel that was found", (body) => {
  expect(parsed(body)).toMatchObject([{ result: { ok: false, error: { kind: "unreadable" } } }]);
});

test("an error names its code and nothing else that the carrier wrote", () => {
  const [entry] = parsed(failure("OTHER.ERROR"));
  expect(entry?.result).toMatchObject({ error: { kind: "rejected", message: "USPS declined (OTHER.ERROR)" } });
  const [odd] = parsed(failure("Mr. John Doe, 1 Main Street"));
  expect(JSON.stringify(odd)).not.toContain("John");
});

test.each([
  ["", "The reply was empty"],
  ["<html><body>Bad gateway</body></html>", "The reply was a web page or XML, not JSON"],
  [JSON.stringify([parcel()]).slice(0, -9), "The reply was not whole JSON"],
  ["{}", "The reply did not have the form that the carrier documents"],
  ["[]", "The reply did not have the form that the carrier documents"],
  ["[null, 3, [], {}]", "The reply did not have the form that the carrier documents"],
  [JSON.stringify({ trackingEvents: "none" }), "The reply did not have the form that the carrier documents"],
])("%j is one unreadable entry", (body, message) => {
  expect(parsed(body)).toEqual([
    { trackingNumber: null, result: { ok: false, error: { kind: "unreadable", message, retryAfterMs: null } } },
  ]);
});

test("an item with a number and nothing else is unreadable under its number, and costs no other", () => {
  expect(parsed([{ trackingNumber: OTHER }, parcel()])).toMatchObject([
    { trackingNumber: OTHER, result: { ok: false, error: { kind: "unreadable" } } },
    { trackingNumber: NUMBER, result: { ok: true } },
  ]);
});
