import { expect, test } from "vitest";
import type { Status } from "#lib/tracking/status.ts";
import { atRest, liveAnswerOf } from "./live-answer.ts";
import { at, CHECKED, NOW, orderOf, parcelOf, scan } from "./page-testing.ts";
import { trackingPageOf } from "./tracking-page-of.ts";

const pageOf = (status: Status, checkedAt: string | null = CHECKED.checkedAt) => {
  const check = { ...CHECKED, checkedAt };
  const parcels = [parcelOf([scan(status, "2026-11-05T08:00:00", at("Leeds"))], { check })];
  return trackingPageOf(orderOf({ parcels }), { now: NOW, zone: "Europe/London" });
};

test("a look tells the version, when to look again, and when each carrier last answered", () => {
  const page = pageOf("in_transit");
  expect(liveAnswerOf(page, { announcement: "Here.", pending: false })).toEqual({
    version: page.version,
    announcement: "Here.",
    nextLookMs: page.nextLookMs,
    checked: [{ carrier: "UPS", at: CHECKED.checkedAt }],
  });
  expect(liveAnswerOf(pageOf("in_transit", null), { announcement: "", pending: false }).checked).toEqual([]);
});

test("while an answer is on its way the page looks again within seconds; at its end it never does", () => {
  expect(liveAnswerOf(pageOf("in_transit"), { announcement: "", pending: true }).nextLookMs).toBeLessThanOrEqual(5_000);
  expect(liveAnswerOf(pageOf("delivered"), { announcement: "", pending: true }).nextLookMs).toBeNull();
  expect(atRest("v")).toEqual({ version: "v", announcement: "", nextLookMs: null, checked: [] });
});
