import { expect, test } from "vitest";
import { deskFormat } from "./desk-format.ts";

const london = deskFormat({ tag: "en", zone: "Europe/London" });
const taipei = deskFormat({ tag: "zh-Hant-TW", zone: "Asia/Taipei" });

test("times are the shop's, written as its language writes them", () => {
  expect(london.moment("2026-07-01T23:30:00Z")).toBe("2 Jul 2026, 00:30");
  expect(taipei.moment("2026-07-01T23:30:00Z")).toContain("2026年7月2日");
  expect(taipei.clock("2026-07-01T23:30:00Z")).toBe("07:30");
  expect(london.day("2026-12-31")).toBe("31 Dec 2026");
  expect(london.days("2026-11-18", "2026-11-19").replaceAll(/\s/g, " ")).toBe("18 – 19 Nov 2026");
});

test("money has its currency's own digits, and sizes are short", () => {
  expect([london.money(31_548, "GBP"), london.money(1_200, "JPY")]).toEqual(["£315.48", "JP¥1,200"]);
  expect([london.size(812), london.size(6_700_000), london.size(31_000_000)]).toEqual(["812 byte", "6.7 MB", "31 MB"]);
});
