import { expect, test } from "vitest";
import { hoursText, timeText } from "./times.ts";

const said = (from: string, to: string, locale: "en" | "zh-Hant-TW") => {
  const hours = hoursText(from, to, locale);
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
  expect([timeText("20:00", "zh-Hant-TW"), timeText("00:30", "zh-Hant-TW"), timeText("00:30", "en")]).toEqual([
    "晚上8點",
    "凌晨12:30",
    "12:30\u00a0am",
  ]);
});
