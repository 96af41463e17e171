import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Promised } from "#lib/promise/ledger.ts";
import { CHECKED, observation } from "#lib/tracking/observation-testing.ts";
import type { OrderRecord } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { orderMoments, usualClock } from "./order-moments.ts";
import { type Clock, recordThen } from "./record-then.ts";

const scan = (status: "picked_up" | "in_transit" | "delivered", instant: string, observedAt: string) =>
  observation({ status, instant, observedAt, description: status });

const order: OrderRecord = {
  number: "#1",
  placedAt: "2026-03-01T09:00:00Z",
  cancelledAt: null,
  shipName: null,
  shipCity: "Leeds",
  shipCountry: "GB",
  lines: [],
  promises: [{ fromDay: "2026-03-09", toDay: "2026-03-09" }],
  parcels: [
    {
      carrier: "ups",
      shippedAt: "2026-03-02T09:00:00Z",
      items: [],
      check: CHECKED,
      observations: [
        scan("picked_up", "2026-03-02T10:00:00Z", "2026-03-02T12:00:00Z"),
        scan("in_transit", "2026-03-03T10:00:00Z", "2026-03-05T12:00:00Z"),
        scan("delivered", "2026-03-05T10:00:00Z", "2026-03-05T12:00:00Z"),
      ],
    },
  ],
};
const promised = (toDay: string, saidAt: string): Promised => ({
  ...{ fromDay: toDay, toDay, saidAt, saidBy: "merchant", reason: null },
});
const ledger = [promised("2026-03-04", "2026-03-01T09:00:00Z"), promised("2026-03-09", "2026-03-04T09:00:00Z")];

function then(at: string, clock: Clock) {
  const now = Temporal.Instant.from(at);
  const page = trackingPageOf(recordThen(order, ledger, { at: now, clock }), { now, zone: "UTC" });
  return [page.parcels.map(({ status }) => status), page.promise?.toDay, page.promisedBefore?.toDay ?? null];
}

test("an order is told as it was known at a moment, without what was said later", () => {
  expect(then("2026-03-01T10:00:00Z", "heard")).toEqual([[], "2026-03-04", null]);
  expect(then("2026-03-03T12:00:00Z", "heard")).toEqual([["picked_up"], "2026-03-04", null]);
  expect(then("2026-03-05T11:00:00Z", "heard")).toEqual([["picked_up"], "2026-03-09", "2026-03-04"]);
  expect(then("2026-03-06T00:00:00Z", "heard")).toEqual([["delivered"], "2026-03-09", "2026-03-04"]);
});

test("or as it truly was, by the carrier's own clock", () => {
  expect(then("2026-03-03T12:00:00Z", "happened")).toEqual([["in_transit"], "2026-03-04", null]);
  expect(then("2026-03-05T11:00:00Z", "happened")).toEqual([["delivered"], "2026-03-09", "2026-03-04"]);
});

test("its moments are told in order, what one asking brought as one, and the last is now", () => {
  const events = [
    { kind: "placed", at: order.placedAt },
    { kind: "told", at: "2026-03-09T00:00:00Z" },
  ] as const;
  const now = Temporal.Instant.from("2026-03-06T00:00:00Z");
  const moments = orderMoments(order, { ledger, events, clock: "heard", now, zone: "UTC" });
  expect(moments.map(({ at, happened, page }) => [at, happened, page.parcels.map(({ status }) => status)])).toEqual([
    ["2026-03-01T09:00:00Z", [{ kind: "placed" }], []],
    ["2026-03-02T12:00:00Z", [{ kind: "said", carrier: "UPS", count: 1 }], ["picked_up"]],
    ["2026-03-05T12:00:00Z", [{ kind: "said", carrier: "UPS", count: 2 }], ["delivered"]],
    ["2026-03-06T00:00:00Z", [{ kind: "now" }], ["delivered"]],
  ]);
  expect(usualClock(order)).toBe("happened");
});
