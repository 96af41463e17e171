import fc from "fast-check";
import { expect, test } from "vitest";
import { keysIn, spoilt } from "#lib/carriers/spoilt-testing.ts";
import { easypost } from "./client.ts";
import { detail, event, failure, fullReply, NUMBER, OTHER, parsed, tracker } from "./tracker-testing.ts";

test("a tracker, a page of trackers and an event about one are read", () => {
  const one = [{ trackingNumber: NUMBER, result: { ok: true, value: { found: true } } }];
  expect(parsed(tracker())).toMatchObject(one);
  expect(parsed(event(tracker()))).toMatchObject(one);
  expect(parsed(fullReply())).toMatchObject([...one, { trackingNumber: OTHER, result: { ok: true } }]);
});

test("of two trackers under one number the newer is told", () => {
  const older = tracker({ status: "delivered", tracking_details: [detail("delivered", "2025-03-02T08:00:00Z")] });
  const newer = tracker({ tracking_details: [detail("in_transit", "2026-03-02T08:00:00Z")] });
  for (const trackers of [
    [older, newer],
    [newer, older],
  ]) {
    const entries = parsed({ trackers });
    expect(entries).toMatchObject([{ result: { value: { summary: { status: "in_transit" } } } }]);
    expect(entries).toHaveLength(1);
  }
});

test("a page without trackers is not found", () => {
  expect(parsed({ trackers: [], has_more: false })).toMatchObject([{ result: { ok: true, value: { found: false } } }]);
});

test.each([
  ["TRACKER.NOT_FOUND", "not found"],
  ["NOT_FOUND", "not found"],
  ["TRACKER.INVALID_TEST_CODE", "invalid_number"],
  ["TRACKER.NO_CARRIER_FOR_CODE", "invalid_number"],
  ["TRACKER.CREATE.ERROR", "invalid_number"],
  ["PARAMETER.REQUIRED", "rejected"],
  ["APIKEY.INACTIVE", "credentials_refused"],
  ["APIKEY.REQUIRED", "credentials_refused"],
  ["PAYMENT_REQUIRED", "forbidden"],
  ["RATE_LIMITED", "quota_spent"],
  ["SERVICE_UNAVAILABLE", "outage"],
  ["503", "outage"],
])("the error %s means %s, in words of our own", (code, meaning) => {
  const [entry] = parsed(failure(code));
  expect(entry?.trackingNumber).toBeNull();
  const { result } = entry ?? {};
  expect(result?.ok ? "not found" : result?.error.kind).toBe(meaning);
  expect(JSON.stringify(entry)).not.toContain("Some words");
});

test("an error that is its words alone is a refusal, in words of our own", () => {
  const [entry] = parsed({ error: "Some words for people" });
  expect(entry).toMatchObject({ trackingNumber: null, result: { ok: false, error: { kind: "rejected" } } });
  expect(JSON.stringify(entry)).not.toContain("Some words");
});

test.each([
  ["", "The reply was empty"],
  ["<html>Bad gateway</html>", "The reply was a web page or XML, not JSON"],
  [JSON.stringify(tracker()).slice(0, -9), "The reply was not whole JSON"],
  ["{}", "The reply did not have the form that the carrier documents"],
  [`{"title":"x","status":404}`, "The reply did not have the form that the carrier documents"],
  [`{"trackers":[null,3,{}]}`, "The reply did not have the form that the carrier documents"],
  [`{"tracking_code":"X1","status":"delivered"}`, "The reply did not have the form that the carrier documents"],
  [JSON.stringify(tracker({ object: "Insurance" })), "The reply did not have the form that the carrier documents"],
])("%j is one unreadable entry", (body, message) => {
  expect(parsed(body)).toEqual([
    { trackingNumber: null, result: { ok: false, error: { kind: "unreadable", message, retryAfterMs: null } } },
  ]);
});

test("whatever stands anywhere, there is an entry, and none is thrown", () => {
  for (const { path, value } of spoilt(fullReply())) expect([path, parsed(value).length > 0]).toEqual([path, true]);
  const key = fc.constantFrom("error", "code", "result", "object", ...keysIn(fullReply()));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(fc.jsonValue(), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  fc.assert(fc.property(tree, (json) => parsed(json).length > 0));
  fc.assert(fc.property(fc.string(), (body) => easypost.parse(body).length > 0));
});

test("details without a word of a tracker are another carrier's", () => {
  const tracking_details = [{ status: "delivered", datetime: "2026-03-02T08:00:00+01:00" }];
  expect(parsed({ tracking_number: "1", status: "delivered", tracking_details })).toMatchObject([
    { result: { ok: false, error: { kind: "unreadable" } } },
  ]);
});
