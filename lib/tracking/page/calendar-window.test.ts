import { expect, test } from "vitest";
import { calendarWindowOf } from "./calendar-window.ts";
import { wholeDay } from "./local-times.ts";
import type { Answer } from "./tracking-page.ts";

const today = "2026-11-05";
const windowOf = (answer: Answer) => calendarWindowOf({ answer, today });
const toCollect = { kind: "available_for_pickup", place: null, name: null } as const;
const held = { kind: "held", window: wholeDay("2026-11-07"), source: "carrier", reason: "weather" } as const;

test("a calendar is given the last day on which a parcel can be collected", () => {
  expect(windowOf({ ...toCollect, untilDay: "2026-11-09" })).toEqual(wholeDay("2026-11-09"));
  expect(windowOf({ ...toCollect, untilDay: null })).toBeNull();
});

test("of what is held up a calendar is given the carrier's day, never one that may well be another", () => {
  expect(windowOf(held)).toEqual(wholeDay("2026-11-07"));
  expect(windowOf({ ...held, source: "promise" })).toBeNull();
  expect(windowOf({ ...held, reason: "damaged" })).toBeNull();
});

test("a day that has passed goes into no calendar", () => {
  expect(windowOf({ ...held, window: wholeDay("2026-11-04") })).toBeNull();
});
