import { expect, test } from "vitest";
import { dayText, windowTexts } from "./dates.ts";
import { destinationText } from "./destination.ts";
import { placeText } from "./place.ts";
import { sentencesOf } from "./sentences.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

const today = "2026-11-03";
const both = [zhHant, zhHans];

test("a day has its weekday in brackets, as each side of the strait writes it", () => {
  const said = (day: string) => both.map((language) => dayText(day, language, { today }));
  expect(said("2026-11-05")).toEqual(["11月5日（四）", "11月5日（周四）"]);
  expect(said("2026-11-08")).toEqual(["11月8日（日）", "11月8日（周日）"]);
  expect(said("2025-12-31")).toEqual(["2025年12月31日（三）", "2025年12月31日（周三）"]);
});

test("a short day is the bare date", () => {
  expect(both.map((language) => dayText("2026-11-05", language, { today, style: "short" }))).toEqual([
    "11月5日",
    "11月5日",
  ]);
});

test.each([
  ["2026-11-05", "2026-11-06", "11月5日（周四）", "11月6日（周五）"],
  ["2026-11-30", "2026-12-02", "11月30日（周一）", "12月2日（周三）"],
  ["2026-12-30", "2027-01-04", "12月30日（周三）", "2027年1月4日（周一）"],
])("both ends of a window %s to %s are whole days", (fromDay, toDay, from, to) => {
  expect(windowTexts({ fromDay, toDay }, zhHans, today)).toEqual({ from, to });
});

test.each([
  ["14:00", "18:00", "下午2点", "6点"],
  ["11:00", "14:30", "上午11点", "下午2:30"],
  ["10:00", "12:00", "上午10点", "中午12点"],
  ["17:30", "21:00", "下午5:30", "晚上9点"],
])("%s to %s says the part of the day once where it is the same", (start, end, from, to) => {
  expect(zhHans.habits.hours(start, end)).toEqual({ from, to });
  const inHant = (text: string) => text.replace("点", "點");
  expect(zhHant.habits.hours(start, end)).toEqual({ from: inHant(from), to: inHant(to) });
});

test("the time of a scan follows its day", () => {
  const said = both.map((language) => language.habits.moment(dayText("2026-11-04", language, { today }), "14:05"));
  expect(said).toEqual(["11月4日（三）下午2:05", "11月4日（周三）下午2:05"]);
});

test.each([
  [{ city: "深圳市", region: "广东省", country: "CN" }, "CN", "广东省深圳市"],
  [{ city: "SHENZHEN", region: null, country: "CN" }, "CN", "Shenzhen"],
  [{ city: "上海市", region: "浦东新区", country: "CN" }, "CN", "上海市浦东新区"],
  [{ city: "南宁市", region: "广西壮族自治区", country: "CN" }, "CN", "广西壮族自治区南宁市"],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "CN", "美国 Memphis, TN"],
  [{ city: "京都市", region: "京都府", country: "JP" }, "CN", "日本京都府京都市"],
])("the larger place stands first, and the country only where it is another", (place, home, text) => {
  expect(placeText(place, zhHans, home)).toBe(text);
});

test("a destination has no more than the first sign of a name, hidden as each side of the strait hides it", () => {
  const said = (initial: string, city: string, country: string) =>
    both.map((language) => destinationText({ initial, city, country }, language));
  expect(said("黃", "苗栗市", "TW")).toEqual(["台灣苗栗市，黃○○", "台湾苗栗市，黃**"]);
  expect(said("É", "Paris", "FR")).toEqual(["法國 Paris，É.", "法国 Paris，É."]);
});

test("who signed is told by the first sign of a name, and the sentence ends once", () => {
  const said = (name: string) =>
    both.map(({ habits, words }) => words.quiet.signedBy.replace("{name}", habits.initial(name)));
  expect(said("黃")).toEqual(["簽收人：黃○○。", "签收人：黃**。"]);
});

test("no space is typed beside a name that may be Chinese", () => {
  for (const { words } of both) {
    const { title, ...others } = words;
    const spaced = [...sentencesOf(others).values()].filter((sentence) =>
      /\p{Script=Han} \{(carrier|shop|place|name)\}|\{(carrier|shop|place|name)\} \p{Script=Han}/u.test(sentence),
    );
    expect(spaced).toEqual([]);
  }
});

test("neither language is the other converted", () => {
  expect(JSON.stringify(zhHans.words)).not.toMatch(/[這個們來請訂單號點]|门市|简讯|行事历|连结|寄件/u);
  expect(JSON.stringify(zhHant.words)).not.toMatch(/[这个们来请订单号点]|快遞|攬收|短信|郵箱|鏈接|派送/u);
});
