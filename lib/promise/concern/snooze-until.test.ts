import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { NAPS, snoozeUntil } from "./snooze-until.ts";

it("wakes at eight in the morning by the shop's clock, also where the night is an hour longer", () => {
  const saturday = Temporal.Instant.from("2026-10-24T22:30:00Z");
  const naps = (zone: string) => NAPS.map((nap) => snoozeUntil(nap, saturday, zone).toString());
  expect(naps("Europe/London")).toEqual(["2026-10-25T08:00:00Z", "2026-10-27T08:00:00Z", "2026-10-26T08:00:00Z"]);
  expect(naps("Asia/Taipei")).toEqual(["2026-10-26T00:00:00Z", "2026-10-28T00:00:00Z", "2026-10-26T00:00:00Z"]);
});

it("next week is a week away where today is Monday", () => {
  const monday = Temporal.Instant.from("2026-11-09T12:00:00Z");
  expect(snoozeUntil("week", monday, "UTC").toString()).toBe("2026-11-16T08:00:00Z");
});
