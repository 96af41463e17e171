import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { carrierName } from "./carrier-name.ts";
import { parcelOf } from "./page-testing.ts";
import type { LineRecord, OrderRecord } from "./tracking-page.ts";
import { trackingPageOf } from "./tracking-page-of.ts";

const line = (position: number, quantity = 1): LineRecord => ({
  position,
  title: `Thing ${position}`,
  quantity,
  requiresShipping: true,
  picturePath: null,
  pageUrl: null,
});
const order: OrderRecord = {
  number: "#1001",
  placedAt: "2026-11-02 10:00:00+00",
  cancelledAt: null,
  shipName: "arthur Nguyen",
  shipCity: "Cardiff",
  shipCountry: "GB",
  lines: [line(1, 2), line(2)],
  parcels: [],
  promises: [{ fromDay: "2026-11-05", toDay: "2026-11-06" }],
};
const parcel = (positions: number[], shippedAt: string | null = "2026-11-03T18:00:00Z") =>
  parcelOf([], { shippedAt, items: positions.map((position) => ({ position, quantity: null })) });
const on = (day: string, change: Partial<OrderRecord> = {}) =>
  trackingPageOf({ ...order, ...change }, { now: Temporal.Instant.from(`${day}T12:00:00Z`), zone: "Europe/London" });
const steps = (page: ReturnType<typeof on>) => page.steps.map((step) => `${step.name} ${step.state}`);

test.each([
  ["2026-11-03", "between"],
  ["2026-11-05", "by"],
  ["2026-11-06", "today"],
])("on %s the window is told as '%s'", (day, when) => {
  expect(on(day).answer).toMatchObject({ kind: "arriving", when });
});

test("one promised day is told by its nearness", () => {
  const promises = [{ fromDay: "2026-11-06", toDay: "2026-11-06" }];
  expect(on("2026-11-05", { promises }).answer).toMatchObject({ when: "tomorrow" });
  expect(on("2026-11-04", { promises }).answer).toMatchObject({ when: "day" });
});

test("a promise that has passed keeps its date and says so", () => {
  expect(on("2026-11-07").answer).toEqual({
    kind: "overdue",
    window: { fromDay: "2026-11-05", toDay: "2026-11-06" },
    expected: null,
    handover: "none",
    seen: true,
  });
});

test("without a promise the page tells what is known: the handover, or the order", () => {
  expect(on("2026-11-04", { promises: [] }).answer).toEqual({ kind: "preparing", day: "2026-11-02" });
  expect(on("2026-11-04", { promises: [], parcels: [parcel([1, 2])] }).answer).toMatchObject({
    kind: "sent",
    day: "2026-11-03",
  });
  expect(on("2026-11-04", { promises: [], parcels: [parcel([1, 2], null)] }).answer).toMatchObject({
    kind: "sent",
    day: null,
  });
});

test("a cancelled order is said to be cancelled, whatever was promised", () => {
  const page = on("2026-11-09", { cancelledAt: "2026-11-04T08:00:00Z" });
  expect(page.answer).toEqual({ kind: "cancelled", day: "2026-11-04", handover: "none" });
  expect(steps(page)).toEqual(["ordered done", "cancelled current"]);
});

test("nothing is ever said to be here without a carrier's word", () => {
  const sent = on("2030-01-01", { parcels: [parcel([1, 2])] });
  expect(steps(sent)).toEqual(["ordered done", "sent done", "under_way current", "here later"]);
  expect(steps(on("2026-11-03"))).toEqual(["ordered current", "sent later", "under_way later", "here later"]);
});

test("an order sent in part says which things are still with the shop", () => {
  const page = on("2026-11-04", { parcels: [parcel([1])] });
  expect(page.answer).toMatchObject({ handover: "some" });
  expect(page.waiting.map((item) => item.position)).toEqual([2]);
  expect(steps(page)[1]).toBe("sent current");
});

test("a line in two parcels shows no quantity that nobody told", () => {
  const page = on("2026-11-04", { parcels: [parcel([1]), parcel([1, 2])] });
  expect(page.parcels.map((each) => each.items.map((item) => item.quantity))).toEqual([[null], [null, 1]]);
});

test("what needs no shipping is not waited for once parcels are out", () => {
  const gift = { ...line(2), requiresShipping: false };
  expect(on("2026-11-04", { lines: [line(1), gift], parcels: [parcel([1])] }).answer).toMatchObject({
    handover: "all",
  });
});

test("a parcel whose content nobody told counts as holding everything", () => {
  expect(on("2026-11-04", { parcels: [parcel([])] })).toMatchObject({ waiting: [], answer: { handover: "all" } });
});

test("a moved promise keeps what was said before", () => {
  const later = { fromDay: "2026-11-09", toDay: "2026-11-10" };
  expect(on("2026-11-04", { promises: [...order.promises, later] }).promisedBefore).toEqual(order.promises[0]);
  expect(on("2026-11-04", { promises: [...order.promises, ...order.promises] }).promisedBefore).toBeNull();
});

test("an order of late evening belongs to its day with the merchant; today is where it goes, as far as that is known", () => {
  const pageTo = (shipCountry: string | null) =>
    trackingPageOf(
      { ...order, placedAt: "2026-11-01 20:00:00+00", shipCountry },
      { now: Temporal.Instant.from("2026-11-02T20:00:00Z"), zone: "Asia/Taipei" },
    );
  expect(pageTo("GB")).toMatchObject({ placedOn: "2026-11-02", today: "2026-11-02" });
  expect(pageTo("US")).toMatchObject({ today: "2026-11-03" });
  expect(pageTo(null)).toMatchObject({ today: "2026-11-03" });
});

test("the page knows a first initial, a town and a country, and nothing more of a person", () => {
  expect(on("2026-11-03").shipTo).toEqual({
    initial: "A",
    city: "Cardiff",
    region: null,
    country: "GB",
    hasPostcode: false,
  });
  expect(on("2026-11-03", { shipName: "—" }).shipTo.initial).toBeNull();
  expect(JSON.stringify(on("2026-11-03"))).not.toMatch(/rthur|Nguyen/);
});

test.each([
  ["ups", "UPS"],
  ["Royal_Mail", "Royal Mail"],
  ["acme-post", "Acme Post"],
])("%s is called %s", (code, name) => {
  expect(carrierName(code)).toBe(name);
});
