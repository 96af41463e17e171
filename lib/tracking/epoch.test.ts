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
