import { expect, test } from "vitest";
import { dayText, windowTexts } from "./dates.ts";
import { destinationText } from "./destination.ts";
import { placeText } from "./place.ts";
import { th } from "./th.ts";

const today = "2026-11-03";
const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u200b", "");
const hours = (from: string, to: string) => {
  const said = th.habits.hours(from, to);
  return plain(`${said.from}|${said.to}`);
};

test.each([
  ["2026-11-05", "วันพฤหัสบดีที่ 5 พฤศจิกายน"],
  ["2026-02-01", "วันอาทิตย์ที่ 1 กุมภาพันธ์"],
  ["2027-01-02", "วันเสาร์ที่ 2 มกราคม 2570"],
])("%s is written as Thailand writes a day, in Buddhist years", (day, text) => {
  expect(plain(dayText(day, th, { today }))).toBe(text);
});

test("a date under a step is short, and tells its year where it is another", () => {
  const short = (day: string) => plain(dayText(day, th, { today, style: "short" }));
  expect([short("2026-11-04"), short("2025-12-30")]).toEqual(["4 พ.ย.", "30 ธ.ค. 2568"]);
});

test.each([
  ["2026-11-05", "2026-11-06", "วันพฤหัสบดีที่ 5", "วันศุกร์ที่ 6 พฤศจิกายน"],
  ["2026-10-30", "2026-11-02", "วันศุกร์ที่ 30 ต.ค.", "วันจันทร์ที่ 2 พ.ย."],
  ["2026-12-31", "2027-01-02", "วันพฤหัสบดีที่ 31 ธ.ค.", "วันเสาร์ที่ 2 ม.ค. 2570"],
])("a window from %s to %s says the month once where it is one month", (fromDay, toDay, from, to) => {
  const texts = windowTexts({ fromDay, toDay }, th, today);
  expect([plain(texts.from), plain(texts.to)]).toEqual([from, to]);
});

test("a line may end after the weekday and before the year, and nowhere within the date", () => {
  expect(dayText("2027-01-02", th, { today })).toBe("วันเสาร์\u200bที่\u00a02\u00a0มกราคม 2570");
  expect(windowTexts({ fromDay: "2026-11-05", toDay: "2026-11-06" }, th, today).from).toBe("วันพฤหัสบดี\u200bที่\u00a05");
});

test.each([
  ["14:00", "18:00", "14:00|18:00 น."],
  ["08:30", "10:00", "08:30|10:00 น."],
  ["00:00", "12:00", "00:00|12:00 น."],
])("the hours from %s to %s are told on a clock of 24", (from, to, text) => {
  expect(hours(from, to)).toBe(text);
});

test("an hour and the moment of a scan carry their น., which never leaves them", () => {
  expect(th.habits.time("18:00")).toBe("18:00\u00a0น.");
  expect(plain(th.habits.moment(dayText("2026-11-03", th, { today }), "14:05"))).toBe(
    "วันอังคารที่ 3 พฤศจิกายน เวลา 14:05 น.",
  );
});

test.each([
  [{ city: "เชียงใหม่", region: null, country: "TH" }, "TH", "เชียงใหม่"],
  [{ city: "เชียงใหม่", region: null, country: "TH" }, "GB", "เชียงใหม่ ไทย"],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "TH", "Memphis, TN สหรัฐอเมริกา"],
  [{ city: null, region: null, country: "TH" }, "TH", "ไทย"],
])("a place is told without the country that the parcel goes to", (place, home, text) => {
  expect(placeText(place, th, home)).toBe(text);
});

test("of a name only its letter is told", () => {
  expect(plain(destinationText({ initial: "ส", city: "เชียงใหม่", country: "TH" }, th))).toBe("คุณ ส., เชียงใหม่ ไทย");
  expect(destinationText({ initial: null, city: null, country: "TH" }, th)).toBe("ไทย");
});
