import { describe, expect, it } from "vitest";
import { localText, wallClock } from "./wall-clock.ts";

describe("the clock on the wall", () => {
  it.each([
    ["2026-03-08T09:59:59Z", "America/Los_Angeles", "2026-03-08T01:59:59", "-08:00"],
    ["2026-03-08T10:00:00Z", "America/Los_Angeles", "2026-03-08T03:00:00", "-07:00"],
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25T02:30:00", "+02:00"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25T02:30:00", "+01:00"],
    ["2026-01-01T00:00:00Z", "Asia/Kolkata", "2026-01-01T05:30:00", "+05:30"],
    ["2026-07-01T00:00:00Z", "America/Phoenix", "2026-06-30T17:00:00", "-07:00"],
    ["2026-07-01T12:00:00Z", "UTC", "2026-07-01T12:00:00", "+00:00"],
  ])("at %s in %s shows %s", (instant, zone, local, offset) => {
    const clock = wallClock(Date.parse(instant), zone);
    expect(localText(clock)).toBe(local);
    expect(clock.offset).toBe(offset);
  });
});
