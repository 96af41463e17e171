import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { epochOf, isoSeconds } from "./epoch.ts";

test("an instant is printed as Temporal prints it, in any year that a carrier may mean", () => {
  const least = Date.UTC(1600, 0, 1) / 1_000;
  const most = Date.UTC(2400, 11, 31) / 1_000;
  fc.assert(
    fc.property(fc.integer({ min: least, max: most }), (seconds) => {
      const iso = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toString();
      expect(isoSeconds(seconds * 1_000)).toBe(iso);
      expect(epochOf(iso)?.instantMs).toBe(seconds * 1_000);
    }),
  );
});

test("with an offset, in the usual form or another, it is the same instant", () => {
  const of = (text: string) => epochOf(text)?.instantMs;
  const instant = of("2026-03-02T08:15:00Z");
  expect(["2026-03-02T09:45:00+01:30", "2026-03-02T03:15:00-05:00", "2026-03-02T03:15-0500"].map(of)).toEqual([
    ...[instant, instant, instant],
  ]);
  expect(epochOf("2026-03-02T08:15:00")).toEqual({ wallMs: instant, instantMs: null, hasClock: true });
});

test.each(["2026-03-02T08:15:0x", "2026-03-02 08.15.00", "2026-03-02T08:15:00z", "2026-03-02T08:15:00+5:000", "x"])(
  "%j is no time",
  (text) => expect(epochOf(text)).toBeNull(),
);
