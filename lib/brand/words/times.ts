import type { Locale } from "#lib/brand/locale.ts";

/** The two ends of a few hours in words: "2" and "6 pm", "11 am" and "2 pm"; 下午2點 and 6點. Times are `HH:MM`. */
export function hoursText(from: string, to: string, locale: Locale): { readonly from: string; readonly to: string } {
  const isSameHalf = halfOf(from, locale) === halfOf(to, locale);
  if (locale === "en") return { from: isSameHalf ? clockText(from) : timeText(from, locale), to: timeText(to, locale) };
  return { from: timeText(from, locale), to: isSameHalf ? clockTextZh(to) : timeText(to, locale) };
}

/** One hour of the day as people say it: "6 pm", "2:30 pm", "noon"; 下午6點. */
export function timeText(time: string, locale: Locale): string {
  if (locale === "zh-Hant-TW") return `${halfOf(time, locale)}${clockTextZh(time)}`;
  return time === "12:00" ? "noon" : `${clockText(time)}\u00a0${halfOf(time, locale)}`;
}

function clockText(time: string): string {
  const { hour, minute } = partsOf(time);
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? String(twelve) : `${twelve}:${String(minute).padStart(2, "0")}`;
}

function clockTextZh(time: string): string {
  return clockText(time).includes(":") ? clockText(time) : `${clockText(time)}點`;
}

function halfOf(time: string, locale: Locale): string {
  const { hour } = partsOf(time);
  if (locale === "en") return hour < 12 ? "am" : "pm";
  if (hour < 6) return "凌晨";
  if (hour < 12) return "上午";
  if (hour < 13) return "中午";
  return hour < 19 ? "下午" : "晚上";
}

function partsOf(time: string): { readonly hour: number; readonly minute: number } {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { hour, minute };
}
