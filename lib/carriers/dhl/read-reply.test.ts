import { expect, test } from "vitest";
import { outcomeOfReply } from "#lib/carriers/tracked.ts";
import { readReply } from "./read-reply.ts";
import { event, NUMBER, parsed, problem, shipment } from "./shipment-testing.ts";

test("each number has one entry; of two shipments under one number the newer is told", () => {
  const older = shipment({ status: event("delivered", "2025-03-02T08:00:00") });
  const newer = shipment({ status: event("transit", "2026-03-02T08:00:00") });
  const other = shipment({ id: 7777777770 });
  for (const shipments of [
    [older, newer, other],
    [newer, other, older],
  ]) {
    expect(parsed({ shipments })).toMatchObject([
      { trackingNumber: NUMBER, result: { value: { summary: { status: "in_transit" } } } },
      { trackingNumber: "7777777770", result: { ok: true } },
    ]);
  }
});

test("the answer is the shipment that was asked for, else the newest", () => {
  const [older, newer] = ["2025-03-02", "2026-03-02"].map((time, index) =>
    shipment({ id: `JD0${index}`, status: event("transit", time) }),
  );
  const body = JSON.stringify({ shipments: [older, newer] });
  const timeOf = (asked: string) => {
    const outcome = outcomeOfReply(asked, { status: 200, headers: new Headers(), body }, readReply);
    expect(outcome).toMatchObject({ ok: true, value: { found: true, trackingNumber: asked } });
    return outcome.ok && outcome.value.found && outcome.value.summary.localTime;
  };
  expect([timeOf("jd00"), timeOf("JD 01"), timeOf("REFERENCE-1")]).toEqual(["2025-03-02", "2026-03-02", "2026-03-02"]);
});

test("a number too large for JSON is not known rather than wrong", () => {
  const entries = parsed(`{"shipments":[{"id":123456789012345678901,"status":{"statusCode":"transit"}}]}`);
  expect(entries).toMatchObject([{ trackingNumber: null, result: { ok: true } }]);
});

test.each([
  ["/shipment/8264715546", "8264715546"],
  ["/shipments/jd014600006281230704", "JD014600006281230704"],
  ["/shipment/John Doe", null],
  [undefined, null],
])("not found names the number of %j as %j", (instance, trackingNumber) => {
  expect(parsed(problem(404, { instance }))).toEqual([
    { trackingNumber, result: { ok: true, value: { found: false, trackingNumber } } },
  ]);
});

test("a reply without shipments is not found", () => {
  expect(parsed({ shipments: [] })).toEqual([
    { trackingNumber: null, result: { ok: true, value: { found: false, trackingNumber: null } } },
  ]);
});

test.each([
  [400, "rejected"],
  [401, "credentials_refused"],
  [403, "forbidden"],
  [429, "quota_spent"],
  [503, "outage"],
])("a problem with the status %i is %s, in words of our own", (status, kind) => {
  const [entry] = parsed(problem(status, { instance: "/shipment/8264715546" }));
  expect(entry).toMatchObject({ trackingNumber: null, result: { ok: false, error: { kind } } });
  expect(JSON.stringify(entry)).not.toContain("Some words");
});

test.each([
  ["", "The reply was empty"],
  ["<html><body>Bad gateway</body></html>", "The reply was a web page or XML, not JSON"],
  [JSON.stringify({ shipments: [shipment()] }).slice(0, -9), "The reply was not whole JSON"],
  ["{}", "The reply did not have the form that the carrier documents"],
  ["[]", "The reply did not have the form that the carrier documents"],
  [`{"shipments":{}}`, "The reply did not have the form that the carrier documents"],
  [`{"shipments":[null,3,{},{"id":"1"}]}`, "The reply did not have the form that the carrier documents"],
  [
    `{"shipments":[{"shipmentTrackingNumber":"1","status":"Success","events":[{"date":"2026-03-02","typeCode":"PU"}]}]}`,
    "The reply did not have the form that the carrier documents",
  ],
  [`{"title":"x","status":"odd"}`, "The reply did not have the form that the carrier documents"],
  [`{"title":"x","status":200}`, "The reply did not have the form that the carrier documents"],
])("%j is one unreadable entry", (body, message) => {
  expect(parsed(body)).toEqual([
    { trackingNumber: null, result: { ok: false, error: { kind: "unreadable", message, retryAfterMs: null } } },
  ]);
});

test("a list of shipments of DHL Express's own API is none of Unified Tracking", () => {
  const shipment = { shipmentTrackingNumber: "1", status: "Success", events: [{ date: "2026-03-02", typeCode: "OK" }] };
  expect(parsed({ shipments: [shipment] })).toMatchObject([{ result: { ok: false, error: { kind: "unreadable" } } }]);
});
