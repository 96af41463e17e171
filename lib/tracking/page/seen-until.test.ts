import { expect, test } from "vitest";
import { seenUntilDay } from "./seen-until.ts";

test("an answer of the night tells of the days before yesterday, one of the morning of yesterday too", () => {
  const inBerlin = (checkedAt: string | null) => seenUntilDay(checkedAt, "Europe/Berlin");
  expect(inBerlin("2026-11-05T04:59:00Z")).toBe("2026-11-04");
  expect(inBerlin("2026-11-05T05:00:00Z")).toBe("2026-11-05");
  expect(inBerlin("2026-11-05T22:30:00Z")).toBe("2026-11-05");
  expect(inBerlin(null)).toBeNull();
});
