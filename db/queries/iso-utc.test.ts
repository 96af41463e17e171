import { expect, test } from "vitest";
import { isoOfJson } from "./iso-utc.ts";

test.each([
  ["2026-03-02T08:15:00+00:00", "2026-03-02T08:15:00Z"],
  ["2026-03-02T08:15:00.12+00:00", "2026-03-02T08:15:00.120Z"],
  ["2026-03-02T08:15:00.123456+00:00", "2026-03-02T08:15:00.123Z"],
  ["2026-03-02T16:15:00+08:00", "2026-03-02T08:15:00Z"],
  ["2026-03-02T03:45:00.5-04:30", "2026-03-02T08:15:00.500Z"],
])("%s of a session in any zone is the instant %s, as the columns' own form has it", (json, iso) => {
  expect(isoOfJson(json)).toBe(iso);
});
