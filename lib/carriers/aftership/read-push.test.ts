import fc from "fast-check";
import { expect, test } from "vitest";
import { pushedAt, pushIdOf, readPush } from "./read-push.ts";
import { event, NUMBER, tracking } from "./tracking-testing.ts";

test("a push is the report of its tracking, whatever the event, and has an id", () => {
  for (const name of ["tracking_update", "edd_revise"]) {
    const body = event(tracking("Delivered_001"), { event: name });
    expect(readPush(body)).toMatchObject([
      { trackingNumber: NUMBER, result: { value: { found: true, summary: { status: "delivered" } } } },
    ]);
    expect(pushIdOf(body)).toBe("e-7");
  }
});

test("a push about a number that is pending is not found yet", () => {
  const body = event(tracking("Pending_001"), { event: "tracking_pending_time" });
  expect(readPush(body)).toMatchObject([{ result: { ok: true, value: { found: false } } }]);
});

test("a push without a tracking says nothing", () => {
  for (const msg of [null, {}, { tracking_number: NUMBER }]) expect(readPush(event(msg))).toEqual([]);
});

test.each(["", "{}", "[]", "<html></html>", JSON.stringify(tracking())])("%j is no push, and unreadable", (body) => {
  expect(readPush(body)).toMatchObject([{ trackingNumber: null, result: { error: { kind: "unreadable" } } }]);
});

test("any bytes are read without a throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readPush(body).length <= 1));
  fc.assert(fc.property(fc.jsonValue(), (msg) => readPush(event(msg)).length <= 1));
  fc.assert(fc.property(fc.json(), (body) => pushIdOf(body) !== undefined));
});

test("a push says when it came about, in Unix seconds; one that does not is none the worse", () => {
  expect(pushedAt(event(tracking()))).toBe("2026-03-05T08:40:00Z");
  for (const ts of [null, "soon", -1, 1e15]) expect(pushedAt(event(tracking(), { ts }))).toBeNull();
});
