import fc from "fast-check";
import { expect, test } from "vitest";
import { info, NUMBER, parcel, push, reply } from "./parcel-testing.ts";
import { readPush } from "./read-push.ts";

test("a push is the report of its parcel", () => {
  expect(readPush(push(parcel(info("Delivered_Other"))))).toMatchObject([
    { trackingNumber: NUMBER, result: { value: { found: true, summary: { status: "delivered" } } } },
  ]);
  expect(readPush(push(parcel(info("NotFound_Other"))))).toMatchObject([
    { result: { ok: true, value: { found: false } } },
  ]);
});

test("a push that 17TRACK has stopped asking tells no news", () => {
  expect(readPush(push(parcel(null), "TRACKING_STOPPED"))).toEqual([]);
});

test.each(["", "{}", "[]", "<html></html>", JSON.stringify(reply([])), push(null), push(parcel(null), "pushed")])(
  "%j is no push, and unreadable",
  (body) => {
    expect(readPush(body)).toMatchObject([{ trackingNumber: null, result: { error: { kind: "unreadable" } } }]);
  },
);

test("any bytes are read without a throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readPush(body).length <= 1));
  fc.assert(fc.property(fc.jsonValue(), (data) => readPush(push(data)).length <= 1));
});
