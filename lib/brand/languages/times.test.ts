import { expect, test } from "vitest";
import { type Locale, languages, locales } from "./registry.ts";

const said = (from: string, to: string, locale: Locale) => {
  const hours = languages[locale].habits.hours(from, to);
  return `${hours.from}|${hours.to}`.replaceAll("\u00a0", " ");
};

test.each([
  ["14:00", "18:00", "2|6 pm", "下午2點|6點"],
  ["11:00", "14:30", "11 am|2:30 pm", "上午11點|下午2:30"],
  ["10:00", "12:00", "10 am|noon", "上午10點|中午12點"],
  ["12:15", "13:00", "12:15|1 pm", "中午12:15|下午1點"],
  ["08:05", "09:00", "8:05|9 am", "上午8:05|9點"],
])("%s to %s is said the way people say it", (from, to, english, chinese) => {
  expect([said(from, to, "en"), said(from, to, "zh-Hant-TW")]).toEqual([english, chinese]);
});

test("an evening and a small hour have their own words", () => {
  const time = (at: string, locale: Locale) => languages[locale].habits.time(at);
  expect([time("20:00", "zh-Hant-TW"), time("00:30", "zh-Hant-TW"), time("00:30", "en")]).toEqual([
    "晚上8點",
    "凌晨12:30",
    "12:30\u00a0am",
  ]);
});

test.each(locales)("%s: no two half hours of a day sound the same", (locale) => {
  const halfHours = Array.from({ length: 48 }, (_, at) => {
    return `${String(Math.floor(at / 2)).padStart(2, "0")}:${at % 2 === 0 ? "00" : "30"}`;
  });
  expect(new Set(halfHours.map((at) => languages[locale].habits.time(at))).size).toBe(48);
});

test.each(locales)(
  "%s: the later end of a few hours can be told from the same clock time in the other half",
  (locale) => {
    const { hours } = languages[locale].habits;
    expect(hours("10:00", "11:00")).not.toEqual(hours("10:00", "23:00"));
    expect(Object.values(hours("01:00", "02:00"))).not.toEqual(Object.values(hours("13:00", "14:00")));
  },
);
