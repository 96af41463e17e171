import { clockOf, type Habits, initialHabit, joined } from "./language.ts";

/** Where the scripts part: the tag for `Intl`, the sign for the hour, a weekday beside its day, and what hides a name. */
type Script = {
  readonly intl: string;
  readonly hour: string;
  readonly weekday: (narrow: string) => string;
  readonly hidden: string;
};

/** How Chinese is written in either script: the larger before the smaller, and no space between sentences. */
export function chineseHabits({ intl, hour, weekday, hidden }: Script): Habits {
  const clock = (at: string) => clockText(at, hour);
  const time = (at: string) => `${halfOf(at)}${clock(at)}`;
  return {
    intl,
    day: (parts, style) => {
      const written = `${parts.year === null ? "" : `${parts.year}年`}${parts.month}月${parts.day}日`;
      return style === "short" ? written : `${written}（${weekday(parts.weekdayNarrow)}）`;
    },
    time,
    hours: (from, to) => ({ from: time(from), to: halfOf(from) === halfOf(to) ? clock(to) : time(to) }),
    moment: (day, at) => `${day}${time(at)}`,
    place: ({ city, region, country }) => placeOf(country, city, region),
    destination: ({ person, city, country }) => joined([placeOf(country, city, ""), person], "，"),
    initial: initialHabit(hidden),
    betweenSentences: "",
    comma: "，",
    betweenPlaces: "、",
  };
}

function clockText(time: string, mark: string): string {
  const { hour, minute } = clockOf(time);
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? `${twelve}${mark}` : `${twelve}:${String(minute).padStart(2, "0")}`;
}

/** The part of the day that an hour is told with. */
function halfOf(time: string): string {
  const { hour } = clockOf(time);
  if (hour < 6) return "凌晨";
  if (hour < 12) return "上午";
  if (hour < 13) return "中午";
  return hour < 19 ? "下午" : "晚上";
}

/** A place in other letters keeps their order behind the country: 美國 Memphis, TN. */
function placeOf(country: string, city: string, region: string): string {
  if (!/\p{Script=Han}/u.test(city + region)) return joined([country, joined([city, region], ", ")], " ");
  return `${country}${isDistrict(region) ? `${city}${region}` : `${region}${city}`}`;
}

/** 大安區 lies within 臺北市, although an address may give it as the region. */
function isDistrict(region: string): boolean {
  return /(?<!自治|行政)[區区鄉乡鎮镇]$/u.test(region);
}
