import { expect, test } from "vitest";
import type { Observation } from "#lib/tracking/observation.ts";
import { at, lineOf, NOW, orderOf, parcelOf, scan } from "./page-testing.ts";
import type { OrderRecord, ParcelRecord } from "./tracking-page.ts";
import { trackingPageOf } from "./tracking-page-of.ts";

const pageOf = (observations: Observation[], order: Partial<OrderRecord> = {}, parcel: Partial<ParcelRecord> = {}) =>
  trackingPageOf(orderOf({ parcels: [parcelOf(observations, parcel)], ...order }), {
    now: NOW,
    zone: "Europe/London",
  });
const answerOf = (...given: Parameters<typeof pageOf>) => pageOf(...given).answer;
const stepsOf = (...given: Parameters<typeof pageOf>) =>
  pageOf(...given).steps.map(({ name, state }) => `${name} ${state}`);

const estimate = (from: string, to = from) => ({ estimate: { from, to } });
const under = (told: Parameters<typeof scan>[2] = {}) =>
  scan("in_transit", "2026-11-04T09:00:00", { ...at("Leeds"), ...told });
const passed = { promises: [{ fromDay: "2026-11-03", toDay: "2026-11-04" }] };
const none = { promises: [] };

test.each([
  ["info_received", { kind: "moving", status: "info_received" }],
  ["picked_up", { kind: "moving", status: "picked_up" }],
  ["in_transit", { kind: "moving", status: "in_transit" }],
  ["customs", { kind: "moving", status: "customs" }],
  ["out_for_delivery", { kind: "out_for_delivery", window: null }],
  ["attempt_failed", { kind: "attempt_failed", day: "2026-11-05", again: null }],
  [
    "available_for_pickup",
    {
      kind: "available_for_pickup",
      place: { city: "Leeds", region: null, country: "GB" },
      name: null,
      untilDay: null,
    },
  ],
  ["delivered", { kind: "delivered", day: "2026-11-05", isToday: true }],
  ["exception", { kind: "held", window: null, source: "promise", reason: null }],
  ["lost", { kind: "lost" }],
  ["returning", { kind: "returning" }],
  ["returned", { kind: "returned", day: "2026-11-05" }],
  ["cancelled", { kind: "stopped", day: "2026-11-05" }],
  ["expired", { kind: "expired", day: "2026-11-05" }],
] as const)("without any date, %s is told as it is", (status, answer) => {
  expect(answerOf([scan(status, "2026-11-05T08:00:00", at("Leeds"))], none)).toEqual(answer);
});

test("silence of thirty days is told with the day of the last news", () => {
  const old = scan("in_transit", "2026-10-01T08:00:00", at("Leeds"));
  expect(answerOf([old], none)).toEqual({ kind: "expired", day: "2026-10-01" });
  const check = { supported: true, checkedAt: "2026-10-20T08:00:00Z", problem: null };
  expect(answerOf([old], none, { check })).toEqual({ kind: "moving", status: "in_transit" });
});

test("the carrier's day goes before the promise, with its hours", () => {
  expect(answerOf([under(estimate("2026-11-06T14:00:00", "2026-11-06T18:00:00"))])).toMatchObject({
    kind: "arriving",
    source: "carrier",
    when: "tomorrow",
    window: { fromDay: "2026-11-06", toDay: "2026-11-06", fromTime: "14:00", toTime: "18:00" },
  });
});

test("where the carrier told no day, or one that has passed, the promise stays", () => {
  for (const told of [{}, estimate("2026-11-04")]) {
    expect(answerOf([under(told)])).toMatchObject({ kind: "arriving", source: "promise", when: "by" });
  }
});

test("a promise that has passed is told as late, with the carrier's new day where there is one", () => {
  const window = { fromDay: "2026-11-03", toDay: "2026-11-04" };
  expect(answerOf([under()], passed)).toMatchObject({ kind: "overdue", window, expected: null, seen: true });
  expect(answerOf([under(estimate("2026-11-07"))], passed)).toMatchObject({
    kind: "overdue",
    window,
    expected: { toDay: "2026-11-07" },
  });
  expect(answerOf([under(estimate("2026-11-04"))], none)).toMatchObject({
    kind: "overdue",
    window: { fromDay: "2026-11-04", toDay: "2026-11-04" },
  });
});

test("a parcel that we cannot see well is not said to be missing", () => {
  const check = { supported: true, checkedAt: "2026-11-04T02:00:00Z", problem: null };
  expect(answerOf([under()], passed, { check })).toMatchObject({ kind: "overdue", seen: false });
});

test.each(["delivered", "lost", "returning", "returned", "available_for_pickup", "attempt_failed"] as const)(
  "%s is never told as late",
  (status) => {
    expect(answerOf([scan(status, "2026-11-05T08:00:00", at("Leeds"))], passed).kind).not.toBe("overdue");
  },
);

test("out for delivery is today's word: with its hours today, and on a later day only as being on its way", () => {
  const out = (day: string, told = {}) => scan("out_for_delivery", `${day}T07:00:00`, { ...at("Leeds"), ...told });
  const hours = estimate("2026-11-05T14:00:00", "2026-11-05T18:00:00");
  expect(answerOf([out("2026-11-05", hours)], passed)).toMatchObject({
    kind: "out_for_delivery",
    window: { fromTime: "14:00", toTime: "18:00" },
  });
  expect(answerOf([out("2026-11-04")])).toMatchObject({ kind: "arriving", source: "promise" });
  expect(answerOf([out("2026-11-04")], passed)).toMatchObject({ kind: "overdue" });
});

test("what keeps a parcel from coming as it is goes before any date; other trouble gives way to lateness", () => {
  const held = (reason: Observation["reason"]) => scan("exception", "2026-11-05T08:00:00", { ...at("Leeds"), reason });
  expect(answerOf([held("damaged")], passed)).toMatchObject({ kind: "held", reason: "damaged" });
  expect(answerOf([held("weather")], passed)).toMatchObject({ kind: "overdue" });
  expect(answerOf([held("weather")])).toMatchObject({
    kind: "held",
    window: { toDay: "2026-11-06" },
    source: "promise",
  });
});

test("customs that waits for papers is trouble, customs that takes its time is a place", () => {
  const customs = (told = {}) => scan("customs", "2026-11-05T08:00:00", { ...at("Leeds"), ...told });
  expect(answerOf([customs({ reason: "customs_documents" })])).toMatchObject({ kind: "held" });
  expect(answerOf([customs({ reason: "customs_inspection" })])).toMatchObject({ kind: "arriving" });
});

test("the next try is a day after the one that failed", () => {
  const tried = (told: object) => scan("attempt_failed", "2026-11-04T13:00:00", { ...at("Leeds"), ...told });
  expect(answerOf([tried(estimate("2026-11-05"))])).toMatchObject({ again: { toDay: "2026-11-05" } });
  expect(answerOf([tried(estimate("2026-11-04"))])).toMatchObject({ again: null });
});

test("the delivery tells its place's clock, where it was left, and no more than a first letter", () => {
  const done = scan("delivered", "2026-11-05T02:10:00", {
    ...at("Nashville", "US", "TN"),
    instant: "2026-11-05T08:10:00Z",
    signedBy: "arthur Nguyen",
    leftAt: "Front door",
  });
  const [parcel] = pageOf([done], { shipCountry: "US" }).parcels;
  expect(parcel?.delivery).toEqual({ at: { day: "2026-11-05", time: "02:10" }, signedBy: "A", leftAt: "front_door" });
  expect(JSON.stringify(parcel)).not.toMatch(/Nguyen/i);
});

test.each([
  ["pending", ["ordered done", "sent done", "under_way current", "here later"]],
  ["info_received", ["ordered done", "packed current", "under_way later", "out_for_delivery later", "here later"]],
  ["in_transit", ["ordered done", "sent done", "under_way current", "out_for_delivery later", "here later"]],
  ["exception", ["ordered done", "sent done", "held trouble", "here later"]],
  ["attempt_failed", ["ordered done", "sent done", "under_way done", "tried trouble", "here later"]],
  ["available_for_pickup", ["ordered done", "sent done", "under_way done", "pickup current", "collected later"]],
  ["delivered", ["ordered done", "sent done", "under_way done", "here current"]],
  ["lost", ["ordered done", "sent done", "under_way done", "lost trouble"]],
  ["returning", ["ordered done", "sent done", "turned_back trouble", "back later"]],
  ["returned", ["ordered done", "sent done", "turned_back done", "back current"]],
  ["cancelled", ["ordered done", "cancelled current"]],
  ["expired", ["ordered done", "sent done", "silent trouble", "here later"]],
] as const)("the steps of %s are honest", (status, steps) => {
  const told = status === "pending" ? [] : [scan(status, "2026-11-05T08:00:00", at("Leeds"))];
  expect(stepsOf(told)).toEqual(steps);
});

test("a parcel that was fetched from a shop was collected, and one that was seen in the van was out for delivery", () => {
  const before = (status: "available_for_pickup" | "out_for_delivery") =>
    stepsOf([scan(status, "2026-11-04T08:00:00", at("Leeds")), scan("delivered", "2026-11-05T08:00:00", at("Leeds"))]);
  expect(before("available_for_pickup").at(-1)).toBe("collected current");
  expect(before("out_for_delivery").slice(-2)).toEqual(["out_for_delivery done", "here current"]);
});

test("an order that was cancelled says so whatever its parcels do", () => {
  const page = pageOf([under()], { cancelledAt: "2026-11-04T10:00:00Z", lines: [lineOf(1)] });
  expect(page).toMatchObject({ answer: { kind: "cancelled" }, answerParcel: null, nextLookMs: null, freshness: [] });
});
