import { expect, test } from "vitest";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { isTrouble } from "./answer-rank.ts";
import { at, CHECKED, lineOf, NOW, orderOf, parcelOf, scan } from "./page-testing.ts";
import type { OrderRecord } from "./tracking-page.ts";
import { trackingPageOf } from "./tracking-page-of.ts";

const items = (position: number) => [{ position, quantity: null }];
const parcelIn = (status: Status, position: number, time = "2026-11-05T08:00:00") =>
  parcelOf(status === "pending" ? [] : [scan(status, time, at("Leeds"))], { items: items(position) });
const pageOf = (parcels: OrderRecord["parcels"], change: Partial<OrderRecord> = {}) =>
  trackingPageOf(orderOf({ lines: [lineOf(1), lineOf(2)], parcels, ...change }), { now: NOW, zone: "Europe/London" });

test("the parcel in trouble speaks first and stands first", () => {
  const page = pageOf([parcelIn("out_for_delivery", 1), parcelIn("exception", 2)]);
  expect(page).toMatchObject({ answer: { kind: "held" }, answerParcel: 2 });
  expect(page.parcels.map(({ number }) => number)).toEqual([2, 1]);
  expect(page.steps.map(({ name }) => name)).toContain("held");
});

test("one that has arrived speaks last", () => {
  expect(pageOf([parcelIn("delivered", 1), parcelIn("in_transit", 2)])).toMatchObject({
    answer: { kind: "arriving" },
    answerParcel: 2,
  });
});

test("once all have arrived, the order arrived with the last of them", () => {
  expect(
    pageOf([parcelIn("delivered", 1, "2026-11-05T08:00:00"), parcelIn("delivered", 2, "2026-11-04T08:00:00")]),
  ).toMatchObject({
    answer: { kind: "delivered", day: "2026-11-05" },
    answerParcel: 1,
  });
});

test("a part that has arrived never makes the order arrived", () => {
  const some = [parcelIn("delivered", 1)];
  expect(pageOf(some)).toMatchObject({ answer: { kind: "arriving", handover: "some" }, answerParcel: null });
  expect(pageOf(some, { promises: [] }).answer).toEqual({ kind: "partly_delivered", day: "2026-11-05" });
});

test("what is late with the shop goes before what is on its way", () => {
  const passed = { promises: [{ fromDay: "2026-11-03", toDay: "2026-11-04" }] };
  expect(pageOf([parcelIn("out_for_delivery", 1)], passed)).toMatchObject({ answer: { kind: "overdue", seen: true } });
});

test("what is late goes before what waits to be collected", () => {
  const waits = parcelIn("available_for_pickup", 1);
  const passed = { promises: [{ fromDay: "2026-11-03", toDay: "2026-11-04" }] };
  expect(pageOf([waits, parcelIn("in_transit", 2)], passed)).toMatchObject({
    answer: { kind: "overdue" },
    answerParcel: 2,
  });
  expect(pageOf([waits], passed)).toMatchObject({ answer: { kind: "overdue" }, answerParcel: null });
});

test("whatever is in trouble, the page opens with trouble; only a stopped label may stand back", () => {
  const passed = [{ fromDay: "2026-11-03", toDay: "2026-11-04" }];
  for (const first of STATUSES) {
    for (const second of STATUSES) {
      for (const promises of [passed, []]) {
        const page = pageOf([parcelIn(first, 1), parcelIn(second, 2)], { promises });
        const isInTrouble = page.parcels.some(({ answer }) => answer.kind !== "stopped" && isTrouble(answer));
        if (isInTrouble) expect([first, second, isTrouble(page.answer)]).toEqual([first, second, true]);
      }
    }
  }
});

test("a label that was made anew does not hide the parcel that it became", () => {
  expect(pageOf([parcelIn("cancelled", 1), parcelIn("delivered", 2)]).answer.kind).toBe("delivered");
  expect(pageOf([parcelIn("cancelled", 1), parcelIn("cancelled", 2)]).answer.kind).toBe("stopped");
});

test("the page looks again as often as its liveliest parcel, and comes to rest when all have ended", () => {
  const look = (...statuses: Status[]) => pageOf(statuses.map((status, at) => parcelIn(status, at + 1))).nextLookMs;
  expect(look("in_transit", "out_for_delivery")).toBe(look("out_for_delivery", "delivered"));
  expect(look("in_transit", "delivered")).toBeGreaterThan(look("out_for_delivery", "delivered") ?? 0);
  expect(look("delivered", "delivered")).toBeNull();
  expect(look("lost", "returned")).toBeNull();
});

test("each parcel is looked at by its own pace", () => {
  const moving = (pace: number) =>
    parcelOf([scan("in_transit", "2026-11-05T08:00:00")], { check: { ...CHECKED, pace } });
  expect(pageOf([moving(1)]).nextLookMs).toBe(300_000);
  expect(pageOf([moving(1), moving(10)]).nextLookMs).toBe(30_000);
});

test("what nobody asks about any more is not looked at, and hides nothing of what is asked about", () => {
  const check = { supported: true, checkedAt: null, problem: null, isScheduled: false };
  const old = parcelOf([], { check, items: items(1) });
  expect(pageOf([old])).toMatchObject({ nextLookMs: null, freshness: [{ isAsked: false, health: "ok" }] });
  expect(pageOf([old, parcelIn("in_transit", 2)]).freshness).toMatchObject([
    { isAsked: true, checkedAt: CHECKED.checkedAt },
  ]);
});

test("what nobody asks about any more is not said to be missing", () => {
  const passed = { promises: [{ fromDay: "2026-11-03", toDay: "2026-11-04" }] };
  const seen = (isScheduled: boolean) =>
    pageOf([parcelOf([], { check: { ...CHECKED, isScheduled }, shippedAt: null })], passed).parcels[0]?.isAsked;
  expect([seen(true), seen(false)]).toEqual([true, false]);
  const told = (isScheduled: boolean) => {
    const moving = scan("in_transit", "2026-11-04T08:00:00", at("Leeds"));
    return pageOf([parcelOf([moving], { check: { ...CHECKED, isScheduled } })], passed).answer;
  };
  expect([told(true), told(false)]).toMatchObject([{ seen: true }, { seen: false }]);
});

test("a carrier that nobody can ask is not looked at, and is told once", () => {
  const check = { supported: false, checkedAt: null, problem: null };
  const page = pageOf([parcelOf([], { check, items: items(1) }), parcelOf([], { check, items: items(2) })]);
  expect(page.nextLookMs).toBeNull();
  expect(page.freshness).toEqual([
    { carrierName: "UPS", health: "unsupported_carrier", checkedAt: null, isAsked: true, isSilent: false },
  ]);
});

test("a carrier is as fresh as its oldest look, and as well as its worst parcel that has not ended", () => {
  const older = { ...CHECKED, checkedAt: "2026-11-05T11:00:00Z" };
  const refused = { ...CHECKED, problem: { kind: "quota_spent", since: "2026-11-05T11:58:00Z" } } as const;
  const moving = (check: typeof CHECKED, position: number, carrier = "ups") =>
    parcelOf([scan("in_transit", "2026-11-05T08:00:00", at("Leeds"))], { check, carrier, items: items(position) });
  expect(pageOf([moving(older, 1), moving(refused, 2)]).freshness).toEqual([
    { carrierName: "UPS", health: "quota_spent", checkedAt: "2026-11-05T11:00:00Z", isAsked: true, isSilent: false },
  ]);
  expect(pageOf([moving(older, 1), moving(CHECKED, 2, "dpd")]).freshness).toHaveLength(2);
  expect(pageOf([parcelIn("delivered", 1), moving(CHECKED, 2)]).freshness).toHaveLength(1);
});

test("the version follows what is shown, not when it was looked at", () => {
  const versionOf = (time: string, checkedAt: string) =>
    pageOf([parcelOf([scan("in_transit", time, at("Leeds"))], { check: { ...CHECKED, checkedAt } })]).version;
  const first = versionOf("2026-11-05T08:00:00", "2026-11-05T11:00:00Z");
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(versionOf("2026-11-05T08:00:00", "2026-11-05T11:59:00Z")).toBe(first);
  expect(versionOf("2026-11-05T08:01:00", "2026-11-05T11:00:00Z")).not.toBe(first);
});
