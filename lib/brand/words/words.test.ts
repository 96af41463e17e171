import { expect, test } from "vitest";
import { countryText, dayText, windowTexts } from "./dates.ts";
import { en } from "./en.ts";
import { zhHant } from "./zh-hant.ts";

const today = "2026-11-03";
const plain = (text: string) => text.replaceAll("\u00a0", " ");

function leaves(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}
const slots = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])|<\w+>/g))].sort();

test("both languages say the same things with the same facts in them", () => {
  const chinese = new Map(leaves(zhHant));
  for (const [key, text] of leaves(en)) expect([key, slots(chinese.get(key) ?? "")]).toEqual([key, slots(text)]);
});

test("days are written as people there write them", () => {
  expect(plain(dayText("2026-11-06", "en", { today }))).toBe("Friday 6 November");
  expect(dayText("2026-11-06", "zh-Hant-TW", { today })).toBe("11月6日（五）");
  expect(plain(dayText("2026-11-06", "en", { today, style: "short" }))).toBe("6 Nov");
});

test("another year is told, so that an old order never looks new", () => {
  expect(plain(dayText("2010-11-19", "en", { today }))).toBe("Friday 19 November 2010");
  expect(dayText("2010-11-19", "zh-Hant-TW", { today })).toBe("2010年11月19日（五）");
});

test("a window says its month once where it has one", () => {
  const { from, to } = windowTexts({ fromDay: "2026-11-05", toDay: "2026-11-06" }, "en", today);
  expect([plain(from), plain(to)]).toEqual(["Thursday 5", "Friday 6 November"]);
  const across = windowTexts({ fromDay: "2026-11-30", toDay: "2026-12-02" }, "en", today);
  expect([plain(across.from), plain(across.to)]).toEqual(["Monday 30 Nov", "Wednesday 2 Dec"]);
});

test("a window over New Year tells both years", () => {
  const { from, to } = windowTexts({ fromDay: "2026-12-30", toDay: "2027-01-04" }, "en", today);
  expect([plain(from), plain(to)]).toEqual(["Wednesday 30 Dec", "Monday 4 Jan 2027"]);
});

test("a country is a name in the reader's language; free text stays as it is", () => {
  expect([countryText("GB", "en"), countryText("tw", "zh-Hant-TW"), countryText("Deutschland", "en")]).toEqual([
    "United Kingdom",
    "台灣",
    "Deutschland",
  ]);
});
