import fc from "fast-check";
import { expect, test } from "vitest";
import { keysIn, spoilt } from "#lib/carriers/spoilt-testing.ts";
import { aftership } from "./client.ts";
import { untilReset } from "./errors.ts";
import { checkpoint, event, fullReply, NUMBER, OTHER, page, parsed, reply, tracking } from "./tracking-testing.ts";

test("a tracking as data, inside data and in a push, and a page of them, are read", () => {
  const one = [{ trackingNumber: NUMBER, result: { ok: true, value: { found: true } } }];
  expect(parsed(reply(tracking()))).toMatchObject(one);
  expect(parsed(reply({ tracking: tracking() }))).toMatchObject(one);
  expect(parsed(reply(tracking(), 201))).toMatchObject(one);
  expect(parsed(event(tracking()))).toMatchObject(one);
  expect(parsed(fullReply())).toMatchObject([...one, { trackingNumber: OTHER, result: { ok: true } }]);
});

test("of two trackings under one number the newer is told", () => {
  const [older, newer] = ["2025-03-02", "2026-03-02"].map((day, at) =>
    tracking(at === 0 ? "Delivered_001" : "InTransit_001", { checkpoints: [checkpoint("InTransit_001", day)] }),
  );
  for (const entries of [parsed(page(older, newer)), parsed(page(newer, older))]) {
    expect(entries).toMatchObject([{ result: { value: { summary: { status: "in_transit" } } } }]);
    expect(entries).toHaveLength(1);
  }
});

test("a page without trackings is not found", () => {
  expect(parsed(page())).toMatchObject([{ trackingNumber: null, result: { ok: true, value: { found: false } } }]);
});

test.each([
  [404, "not found"],
  [4003, "rejected"],
  [4004, "not found"],
  [4005, "invalid_number"],
  [4012, "invalid_number"],
  [4017, "invalid_number"],
  [4010, "rejected"],
  [400, "rejected"],
  [401, "credentials_refused"],
  [403, "forbidden"],
  [429, "quota_spent"],
  [500, "outage"],
])("the code %i means %s, in words of our own", (code, meaning) => {
  const [entry] = parsed(reply({}, code));
  expect(entry?.trackingNumber).toBeNull();
  const { result } = entry ?? {};
  expect(result?.ok ? "not found" : result?.error.kind).toBe(meaning);
  expect(JSON.stringify(entry)).not.toContain("Some words");
});

test.each([
  ["", "The reply was empty"],
  ["<html>Bad gateway</html>", "The reply was a web page or XML, not JSON"],
  [JSON.stringify(reply(tracking())).slice(0, -9), "The reply was not whole JSON"],
  ["{}", "The reply did not have the form that the carrier documents"],
  [`{"code":0,"data":{"accepted":[]}}`, "The reply did not have the form that the carrier documents"],
  [`{"data":{"checkpoints":[]}}`, "The reply did not have the form that the carrier documents"],
  [`{"data":{"trackings":[null,3,{}]}}`, "The reply did not have the form that the carrier documents"],
])("%j is one unreadable entry", (body, message) => {
  expect(parsed(body)).toEqual([
    { trackingNumber: null, result: { ok: false, error: { kind: "unreadable", message, retryAfterMs: null } } },
  ]);
});

test.each([
  ["1772700030", 30_000],
  ["1772699000", 0],
  ["9999999999", 86_400_000],
  ["soon", null],
  [null, null],
])("a quota that begins anew at %j lasts %j ms", (reset, expected) => {
  const headers = new Headers(reset === null ? {} : { "X-RateLimit-Reset": reset });
  expect(untilReset(headers, 1_772_700_000_000)).toBe(expected);
});

test("whatever stands anywhere, there is an entry, and none is thrown", () => {
  for (const { path, value } of spoilt(fullReply())) expect([path, parsed(value).length > 0]).toEqual([path, true]);
  const key = fc.constantFrom("msg", "event", "tracking", ...keysIn(fullReply()));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(fc.jsonValue(), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  fc.assert(fc.property(tree, (json) => parsed(json).length > 0));
  fc.assert(fc.property(fc.string(), (body) => aftership.parse(body).length > 0));
});

test("the last checkpoint alone, as old versions tell it, is a scan", () => {
  const last = {
    tracking_number: NUMBER,
    tag: "InTransit",
    checkpoint: checkpoint("InTransit_007", "2026-03-02T08:00:00"),
  };
  expect(parsed(reply(last))).toMatchObject([
    {
      trackingNumber: NUMBER,
      result: { value: { scans: [{ code: "InTransit_007", localTime: "2026-03-02T08:00:00" }] } },
    },
  ]);
});
