import fc from "fast-check";
import { expect, test } from "vitest";
import { keysIn, spoilt } from "#lib/carriers/spoilt-testing.ts";
import { seventeentrack } from "./client.ts";
import {
  event,
  failure,
  fullReply,
  info,
  NUMBER,
  OTHER,
  parcel,
  parsed,
  push,
  rejected,
  reply,
} from "./parcel-testing.ts";
import { takenIn, unregisteredIn } from "./read-reply.ts";

const moving = info("InTransit_Other", [event("InTransit_Other", "2026-03-02T08:15:00-07:00")]);

test("a reply has one entry a number: found, not found and refused side by side", () => {
  const body = reply([parcel(moving), parcel(null, "JD01")], [rejected(-18_019_909), rejected(-18_010_012, "X")]);
  expect(parsed(body)).toMatchObject([
    { trackingNumber: NUMBER, result: { ok: true, value: { found: true } } },
    { trackingNumber: "JD01", result: { ok: true, value: { found: false } } },
    { trackingNumber: OTHER, result: { ok: true, value: { found: false, trackingNumber: OTHER } } },
    { trackingNumber: "X", result: { ok: false, error: { kind: "invalid_number" } } },
  ]);
});

test("a push is read as well", () => {
  expect(parsed(push(parcel(moving)))).toMatchObject([{ trackingNumber: NUMBER, result: { value: { found: true } } }]);
});

test.each([
  ["NotFound_Other", "not found"],
  ["NotFound_InvalidCode", "invalid_number"],
])("a number of which there is nothing is read by its sub-status: %s is %s", (sub, meaning) => {
  const [entry] = parsed(reply([parcel(info(sub))]));
  expect(entry?.trackingNumber).toBe(NUMBER);
  const { result } = entry ?? {};
  expect(result?.ok ? "not found" : result?.error.kind).toBe(meaning);
});

test.each([
  [-18_019_901, "rejected"],
  [-18_019_902, "not found"],
  [-18_019_903, "invalid_number"],
  [-18_019_907, "quota_spent"],
  [-18_019_908, "quota_spent"],
  [-18_019_909, "not found"],
  [-18_019_910, "rejected"],
  [-18_010_001, "forbidden"],
  [-18_010_002, "credentials_refused"],
  [-18_010_003, "outage"],
  [-18_010_004, "forbidden"],
  [-18_010_013, "rejected"],
])("the code %i means %s, of one number and of the whole request, in words of our own", (code, meaning) => {
  for (const body of [reply([], [rejected(code)]), failure(code), { code, data: {} }]) {
    const [entry, ...others] = parsed(body);
    const { result } = entry ?? {};
    expect(result?.ok ? "not found" : result?.error.kind).toBe(meaning);
    expect(JSON.stringify([entry, others])).not.toContain("Some words");
    expect(others).toEqual([]);
  }
});

test("a reply about no number is not found, or its error", () => {
  expect(parsed(reply([]))).toMatchObject([{ trackingNumber: null, result: { ok: true, value: { found: false } } }]);
  expect(parsed(reply([], [], -18_010_002))).toMatchObject([{ result: { error: { kind: "credentials_refused" } } }]);
});

test("a number in the form of version 1 is unreadable, not without news", () => {
  const old = {
    number: NUMBER,
    carrier: 21_051,
    track: { e: 40, z0: { a: "2026-03-02 08:15", c: "BOISE", z: "Delivered" } },
  };
  for (const body of [reply([old]), JSON.parse(push(old))])
    expect(parsed(body)).toMatchObject([{ trackingNumber: NUMBER, result: { error: { kind: "unreadable" } } }]);
});

test("the numbers that are not registered are named", () => {
  const body = reply(
    [parcel(moving)],
    [rejected(-18_019_902, "rr 1"), rejected(-18_019_909), rejected(-18_019_902, null)],
  );
  expect(unregisteredIn(JSON.stringify(body))).toEqual(["RR1"]);
  expect(unregisteredIn("<html></html>")).toEqual([]);
  expect(takenIn(JSON.stringify(reply([], [rejected(-18_019_901, "rr 1"), rejected(-18_019_902)])))).toEqual(["RR1"]);
});

test.each([
  ["", "The reply was empty"],
  ["<html>Bad gateway</html>", "The reply was a web page or XML, not JSON"],
  [JSON.stringify(fullReply()).slice(0, -9), "The reply was not whole JSON"],
  ["{}", "The reply did not have the form that the carrier documents"],
  [`{"code":0,"data":{}}`, "The reply did not have the form that the carrier documents"],
  [`{"code":-1,"data":{}}`, "The reply did not have the form that the carrier documents"],
  [`{"code":404,"data":"x"}`, "The reply did not have the form that the carrier documents"],
  [`{"data":{"accepted":[null,3,{}]}}`, "The reply did not have the form that the carrier documents"],
])("%j is one unreadable entry", (body, message) => {
  expect(parsed(body)).toEqual([
    { trackingNumber: null, result: { ok: false, error: { kind: "unreadable", message, retryAfterMs: null } } },
  ]);
});

test("whatever stands anywhere, there is an entry, and none is thrown", () => {
  for (const { path, value } of spoilt(fullReply())) expect([path, parsed(value).length > 0]).toEqual([path, true]);
  const key = fc.constantFrom("event", "errors", ...keysIn(fullReply()));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(fc.jsonValue(), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  fc.assert(fc.property(tree, (json) => parsed(json).length > 0));
  fc.assert(fc.property(fc.string(), (body) => seventeentrack.parse(body).length > 0));
});
