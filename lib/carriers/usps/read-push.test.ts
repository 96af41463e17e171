import fc from "fast-check";
import { expect, test } from "vitest";
import { event, NUMBER, notification, parcel } from "./parcel-testing.ts";
import { pushIdOf, readPush } from "./read-push.ts";

test("a notification holds its parcel as a text, and is its report", () => {
  const trackingEvents = [event("OF", "2026-03-02T08:15:00", { GMTOffset: "-07:00" })];
  expect(readPush(notification(parcel({ statusCategory: "Out for Delivery", trackingEvents })))).toMatchObject([
    { trackingNumber: NUMBER, result: { value: { summary: { status: "out_for_delivery" }, scans: [{ code: "OF" }] } } },
  ]);
});

test("a payload of a number and a status alone is read by USPS's own words, and marked", () => {
  const [entry] = readPush(notification({ trackingNumber: NUMBER, status: "Delivered, In/At Mailbox" }));
  expect(entry).toMatchObject({ result: { value: { summary: { status: "delivered", raw: { byText: true } } } } });
});

test("the same delivery has the same id each time it is sent, another one another", () => {
  const body = notification(parcel());
  expect(pushIdOf(body)).toMatch(/^[0-9a-f]{64}$/);
  expect(pushIdOf(JSON.stringify({ ...JSON.parse(body), links: [{ rel: "self" }] }))).toBe(pushIdOf(body));
  for (const more of [{ timestamp: "2026-03-02T15:16:00Z" }, { subscriptionId: "s2" }, { payload: "{}" }]) {
    expect(pushIdOf(notification(parcel(), more))).not.toBe(pushIdOf(body));
  }
});

test.each([
  ["the handshake", JSON.stringify({ challenge: "c" })],
  ["a subscription to something else", notification({ any: 1 }, { subscriptionType: "SCAN_EVENT_EXTRACT" })],
])("%s says nothing of a parcel", (_, body) => {
  expect(readPush(body)).toEqual([]);
});

test.each([
  ...["", "{}", "[]", "<html></html>", JSON.stringify(parcel()), notification(null), notification({ any: 1 })],
  notification(parcel(), { payload: "{half" }),
  notification(parcel(), { payload: parcel() }),
])("%j is no notification of a parcel, and unreadable", (body) => {
  expect(readPush(body)).toMatchObject([{ trackingNumber: null, result: { error: { kind: "unreadable" } } }]);
});

test("any bytes are read without a throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readPush(body).length <= 1));
  fc.assert(fc.property(fc.jsonValue(), (payload) => readPush(notification(payload)).length <= 1_000));
  fc.assert(fc.property(fc.json(), (body) => pushIdOf(body) !== undefined));
});
