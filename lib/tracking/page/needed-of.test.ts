import { expect, test } from "vitest";
import { neededOf } from "./needed-of.ts";
import type { Answer, Arrival } from "./tracking-page.ts";

const until = (toDay: string): Arrival => ({ fromDay: toDay, toDay, fromTime: null, toTime: null });
const arriving = (toDay: string): Answer => ({
  kind: "arriving",
  window: until(toDay),
  when: "day",
  source: "carrier",
  handover: "all",
});
const TODAY = "2026-11-03";

test("a parcel that comes before the day is in time, one that comes after it is tight", () => {
  expect(neededOf("2026-11-06", [arriving("2026-11-06")], TODAY)?.outlook).toBe("inTime");
  expect(neededOf("2026-11-05", [arriving("2026-11-06")], TODAY)?.outlook).toBe("tight");
});

test("of several parcels the worst counts", () => {
  const answers = [arriving("2026-11-04"), arriving("2026-11-09")];
  expect(neededOf("2026-11-06", answers, TODAY)?.outlook).toBe("tight");
  expect(neededOf("2026-11-06", [...answers.slice(0, 1), { kind: "moving", status: "in_transit" }], TODAY)).toEqual({
    day: "2026-11-06",
    outlook: "unknown",
  });
});

test("a day that has passed is told as passed, never as enough time or as still ahead", () => {
  for (const day of ["2026-11-02", "2026-11-09"])
    expect(neededOf("2026-11-02", [arriving(day)], TODAY)?.outlook).toBe("passed");
});

test("what waits to be collected may have been there in time: nothing is said of a day that has passed", () => {
  const waits: Answer = { kind: "available_for_pickup", place: null, name: null, untilDay: null };
  expect(neededOf("2026-11-02", [waits], TODAY)).toBeNull();
  expect(neededOf("2026-11-02", [waits, arriving("2026-11-04")], TODAY)?.outlook).toBe("passed");
  expect(neededOf("2026-11-06", [waits], TODAY)?.outlook).toBe("inTime");
});

test.each<Answer>([
  { kind: "delivered", day: TODAY, isToday: true },
  { kind: "cancelled", day: TODAY, handover: "none" },
  { kind: "returned", day: TODAY },
])("nothing is said of the day once it is $kind", (answer) => {
  expect(neededOf("2026-11-06", [answer], TODAY)).toBeNull();
});

test("nothing is said where no day was named", () => {
  expect(neededOf(null, [arriving("2026-11-06")], TODAY)).toBeNull();
});
