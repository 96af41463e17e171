import { expect, test } from "vitest";
import {
  amountCell,
  currencyCell,
  dayCell,
  emailCell,
  instantOf,
  optional,
  trackingNumberCell,
  wholeCell,
  yesNoCell,
} from "./cells.ts";

test("a time with an offset is exact; one without is the shop's wall clock", () => {
  expect(instantOf("2010-11-17 12:15:00 +0000", "Asia/Taipei")).toBe("2010-11-17T12:15:00Z");
  expect(instantOf("2010-11-17T12:15:00+01:00", "Asia/Taipei")).toBe("2010-11-17T11:15:00Z");
  expect(instantOf("2010-07-01 12:15", "Europe/London")).toBe("2010-07-01T11:15:00Z");
  expect(instantOf("2010-07-01", "Europe/London")).toBe("2010-06-30T23:00:00Z");
});

test.each([
  "",
  "yesterday",
  "17/11/2010",
  "2010-13-01",
  "2010-02-30",
  "2010-11-17 25:00:00",
  "0010-11-17",
  "2999-01-01",
])("%j is no time", (text) => {
  expect(instantOf(text, "Europe/London")).toBeNull();
});

test.each([
  [amountCell, "1,234.50"],
  [amountCell, "-2"],
  [amountCell, "1e3"],
  [amountCell, "£5"],
  [wholeCell(1), "0"],
  [wholeCell(1), "1.5"],
  [wholeCell(1), "two"],
  [wholeCell(1), "99999999999"],
  [currencyCell, "POUNDS"],
  [currencyCell, "ZZZ"],
  [emailCell, "someone at example.com"],
  [dayCell, "2026-02-30"],
  [yesNoCell, "perhaps"],
  [trackingNumberCell, "1Z!"],
])("a cell that cannot be read says why and shows what it found", (schema, text) => {
  const result = schema.safeParse(text);
  expect(result.success).toBe(false);
  expect(result.error?.issues[0]?.message).toContain(text);
});

test("an empty optional cell is null, a bad one is still refused with its own reason", () => {
  expect(optional(dayCell).parse("  ")).toBeNull();
  expect(optional(dayCell).parse(undefined)).toBeNull();
  expect(optional(dayCell).safeParse("soon").error?.issues[0]?.message).toContain('"soon" is not a day');
});

test("tracking numbers lose the spaces and dashes that people put in", () => {
  expect(trackingNumberCell.parse(" 9400 1000-0000 ")).toBe("940010000000");
});
