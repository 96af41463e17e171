import { expect, test } from "vitest";
import { countryText, dayText, weekdayText, windowTexts } from "./dates.ts";
import { type Locale, languages, locales } from "./registry.ts";

const today = "2026-11-03";
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const { en, "zh-Hant-TW": zhHant } = languages;

test("days are written as people there write them", () => {
  expect(plain(dayText("2026-11-06", en, { today }))).toBe("Friday 6 November");
  expect(dayText("2026-11-06", zhHant, { today })).toBe("11月6日（五）");
  expect(plain(dayText("2026-11-06", en, { today, style: "short" }))).toBe("6 Nov");
});

test("another year is told, so that an old order never looks new", () => {
  expect(plain(dayText("2010-11-19", en, { today }))).toBe("Friday 19 November 2010");
  expect(dayText("2010-11-19", zhHant, { today })).toBe("2010年11月19日（五）");
});

test("a window says its month once where it has one", () => {
  const { from, to } = windowTexts({ fromDay: "2026-11-05", toDay: "2026-11-06" }, en, today);
  expect([plain(from), plain(to)]).toEqual(["Thursday 5", "Friday 6 November"]);
  const across = windowTexts({ fromDay: "2026-11-30", toDay: "2026-12-02" }, en, today);
  expect([plain(across.from), plain(across.to)]).toEqual(["Monday 30 Nov", "Wednesday 2 Dec"]);
});

test("a window over New Year tells the year that is not this one", () => {
  const { from, to } = windowTexts({ fromDay: "2026-12-30", toDay: "2027-01-04" }, en, today);
  expect([plain(from), plain(to)]).toEqual(["Wednesday 30 Dec", "Monday 4 Jan 2027"]);
});

test("a window of one month in another year tells that year", () => {
  const { from, to } = windowTexts({ fromDay: "2025-11-05", toDay: "2025-11-06" }, en, today);
  expect([plain(from), plain(to)]).toEqual(["Wednesday 5", "Thursday 6 November 2025"]);
});

test("a day and its month never part at a line's end", () => {
  expect(dayText("2010-11-19", en, { today })).toBe("Friday 19\u00a0November\u00a02010");
});

test("a country is a name in the reader's language; free text stays as it is", () => {
  expect([countryText("GB", en), countryText("tw", zhHant), countryText("Deutschland", en)]).toEqual([
    "United Kingdom",
    "台灣",
    "Deutschland",
  ]);
});

test.each<[Locale, string, string, string]>([
  ["en", "Hong Kong", "Macao", "Palestine"],
  ["de", "Hongkong", "Macau", "Palästina"],
  ["th", "ฮ่องกง", "มาเก๊า", "ปาเลสไตน์"],
  ["ar", "هونغ كونغ", "مكاو", "فلسطين"],
  ["zh-Hant-TW", "香港", "澳門", "巴勒斯坦"],
  ["zh-Hans-CN", "香港", "澳门", "巴勒斯坦"],
])("%s: a place in an address is called by its name, not by its status", (locale, ...names) => {
  expect(["HK", "mo", "PS"].map((code) => countryText(code, languages[locale]))).toEqual(names);
});

test("other countries keep their whole names", () => {
  const { de } = languages;
  expect([countryText("GB", de), countryText("US", en)]).toEqual(["Vereinigtes Königreich", "United States"]);
});

test.each<[Locale, string, string]>([
  ["en", "Monday", "Sunday"],
  ["zh-Hant-TW", "星期一", "星期日"],
  ["zh-Hans-CN", "星期一", "星期日"],
])("%s: weekdays count from Monday", (locale, first, last) => {
  expect([weekdayText(1, languages[locale]), weekdayText(7, languages[locale])]).toEqual([first, last]);
});

test.each(locales)("%s: no two days of a year look the same, in any style that tells the month", (locale) => {
  const days = Array.from({ length: 12 }, (_, month) =>
    ["05", "06", "19"].map((day) => `2026-${String(month + 1).padStart(2, "0")}-${day}`),
  ).flat();
  for (const style of ["full", "shortMonth", "short"] as const) {
    expect(new Set(days.map((day) => dayText(day, languages[locale], { today, style }))).size).toBe(days.length);
  }
});

test.each(locales)("%s: this year goes without saying, and another never does", (locale) => {
  const said = (day: string) => dayText(day, languages[locale], { today: "2026-01-02" });
  expect(said("2025-01-02").length).toBeGreaterThan(said("2026-01-02").length);
});
