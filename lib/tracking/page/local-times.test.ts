import { expect, test } from "vitest";
import { arrivalOf, dayTimeOf, dayTimeOfScan } from "./local-times.ts";

const zone = "Asia/Taipei";
const day = { fromDay: "2026-11-06", toDay: "2026-11-06" };

test.each([
  ["2026-11-06", { day: "2026-11-06", time: null }],
  ["2026-11-06T09:05:00", { day: "2026-11-06", time: "09:05" }],
  ["2026-11-06T20:05:59Z", { day: "2026-11-07", time: "04:05" }],
])("%s is read as it was written, an instant in the zone", (text, told) => {
  expect(dayTimeOf(text, zone)).toEqual(told);
});

test("a scan's own clock is never converted; an instant alone is read at its place, else in the zone", () => {
  const instant = "2026-11-06T20:00:00Z";
  expect(dayTimeOfScan({ localTime: "2026-11-06T15:00:00", instant, zone: "Europe/Paris" }, zone)?.time).toBe("15:00");
  expect(dayTimeOfScan({ localTime: null, instant, zone: "Europe/Paris" }, zone)?.time).toBe("21:00");
  expect(dayTimeOfScan({ localTime: null, instant, zone: null }, zone)?.day).toBe("2026-11-07");
  expect(dayTimeOfScan({ localTime: null, instant: null, zone: null }, zone)).toBeNull();
});

test.each([
  ["2026-11-06", "2026-11-06", { ...day, fromTime: null, toTime: null }],
  ["2026-11-06T14:00:00", "2026-11-06T18:00:00", { ...day, fromTime: "14:00", toTime: "18:00" }],
  ["2026-11-06T18:00:00", "2026-11-06T14:00:00", { ...day, fromTime: "14:00", toTime: "18:00" }],
  ["2026-11-06T18:00:00", "2026-11-06T18:00:00", { ...day, fromTime: null, toTime: "18:00" }],
  ["2026-11-06", "2026-11-06T18:00:00", { ...day, fromTime: null, toTime: "18:00" }],
  ["2026-11-06T00:00:00", "2026-11-06T23:59:00", { ...day, fromTime: null, toTime: null }],
  [
    "2026-11-06T09:00:00",
    "2026-11-07T18:00:00",
    { fromDay: "2026-11-06", toDay: "2026-11-07", fromTime: null, toTime: null },
  ],
])("%s to %s promises no minute that nobody said", (from, to, told) => {
  expect(arrivalOf({ from, to }, zone)).toEqual(told);
});
