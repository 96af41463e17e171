import fc from "fast-check";
import { expect, test } from "vitest";
import { pushedAt, pushIdOf, readPush } from "./read-push.ts";
import { detail, event, NUMBER, tracker } from "./tracker-testing.ts";

test("an event about a tracker is its report, and has an id", () => {
  const body = event(tracker({ tracking_details: [detail("in_transit", "2026-03-02T08:00:00Z")] }));
  expect(readPush(body)).toMatchObject([
    { trackingNumber: NUMBER, result: { value: { found: true, summary: { status: "in_transit" } } } },
  ]);
  expect(pushIdOf(body)).toBe("evt_7");
});

test("an event about a tracker that knows nothing is not found yet", () => {
  const body = event(tracker({ status: "unknown" }), { description: "tracker.created" });
  expect(readPush(body)).toMatchObject([{ result: { ok: true, value: { found: false } } }]);
});

test("an event about something else says nothing", () => {
  expect(readPush(event({ object: "Batch" }, { description: "batch.updated" }))).toEqual([]);
});

test.each(["", "{}", "[]", "<html></html>", JSON.stringify(tracker()), event(null), event({ object: "Batch" })])(
  "%j is no event about a tracker, and unreadable",
  (body) => {
    expect(readPush(body)).toMatchObject([{ trackingNumber: null, result: { error: { kind: "unreadable" } } }]);
  },
);

test("any bytes are read without a throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readPush(body).length <= 1));
  fc.assert(fc.property(fc.jsonValue(), (result) => readPush(event(result)).length <= 1));
  fc.assert(fc.property(fc.json(), (body) => pushIdOf(body) !== undefined));
});

test("an event says when it came about; one that does not is none the worse", () => {
  const created_at = "2026-03-05T08:40:00.000Z";
  expect(pushedAt(event(tracker(), { created_at }))).toBe(created_at);
  expect(pushedAt(event(tracker()))).toBeNull();
});
