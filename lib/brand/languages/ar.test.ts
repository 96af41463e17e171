import { expect, test } from "vitest";
import { ar } from "./ar.ts";
import { countryText, dayText, weekdayText, windowTexts } from "./dates.ts";
import { destinationText } from "./destination.ts";
import { placeText } from "./place.ts";
import { sentencesOf } from "./sentences.ts";
import { voiceIn } from "./voice.ts";

const today = "2026-11-03";
const { say } = voiceIn("ar", ar, ar.words);
/** Spaces as people see them, and isolates that can be seen. */
const shown = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u2068", "[").replaceAll("\u2069", "]");
const window = (fromDay: string, toDay: string) => {
  const { from, to } = windowTexts({ fromDay, toDay }, ar, today);
  return [shown(from), shown(to)];
};

test("a day is told as the Gulf and Egypt tell it, in digits that the order number has too", () => {
  expect(shown(dayText("2026-11-05", ar, { today }))).toBe("الخميس 5 نوفمبر");
  expect(shown(dayText("2026-11-05", ar, { today, style: "short" }))).toBe("5 نوفمبر");
  expect(dayText("2026-11-05", ar, { today })).toBe("الخميس 5\u00a0نوفمبر");
  expect([weekdayText(1, ar), weekdayText(7, ar)]).toEqual(["الاثنين", "الأحد"]);
});

test("another year is told, so that an old order never looks new", () => {
  expect(shown(dayText("2010-11-19", ar, { today }))).toBe("الجمعة 19 نوفمبر 2010");
});

test("a window says its month once where it has one, and both years over New Year", () => {
  expect(window("2026-11-05", "2026-11-06")).toEqual(["الخميس 5", "الجمعة 6 نوفمبر"]);
  expect(window("2026-11-30", "2026-12-02")).toEqual(["الاثنين 30 نوفمبر", "الأربعاء 2 ديسمبر"]);
  expect(window("2026-12-30", "2027-01-04")).toEqual(["الأربعاء 30 ديسمبر", "الاثنين 4 يناير 2027"]);
});

test.each([
  ["14:00", "18:00", "2", "6 مساءً"],
  ["11:00", "14:30", "11 صباحًا", "2:30 مساءً"],
  ["10:00", "12:00", "10 صباحًا", "12 ظهرًا"],
  ["12:00", "18:00", "12 ظهرًا", "6 مساءً"],
  ["08:05", "09:00", "8:05", "9 صباحًا"],
  ["22:00", "00:00", "10 مساءً", "12 ليلًا"],
])("%s to %s says the half of the day once where it is one", (from, to, first, last) => {
  const hours = ar.habits.hours(from, to);
  expect([shown(hours.from), shown(hours.to)]).toEqual([first, last]);
});

test("a scan's moment is its day and the time on the clock there", () => {
  expect(shown(ar.habits.moment("الخميس 5 نوفمبر", "14:05"))).toBe("الخميس 5 نوفمبر الساعة 2:05 مساءً");
});

test.each([
  [{ city: "الرياض", region: null, country: "SA" }, "SA", "الرياض"],
  [
    { city: "الدمام", region: "المنطقة الشرقية", country: "SA" },
    "AE",
    "الدمام، المنطقة الشرقية، المملكة العربية السعودية",
  ],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "SA", "[Memphis, TN]، الولايات المتحدة"],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "US", "[Memphis, TN]"],
  [{ city: null, region: null, country: "EG" }, "EG", "مصر"],
  [{ city: " ", region: null, country: null }, "EG", ""],
])("a place abroad has its country, and a town in other letters keeps to itself", (place, home, text) => {
  expect(shown(placeText(place, ar, home))).toBe(text);
});

test("a destination never has a whole name, and its parts do not change places", () => {
  const goesTo = (initial: string | null, city: string | null, country: string | null) =>
    shown(destinationText({ initial, city, country }, ar));
  expect(goesTo("م", "جدة", "SA")).toBe("م.، جدة، المملكة العربية السعودية");
  expect(goesTo("E", "Paris", "FR")).toBe("[E.]، [Paris]، فرنسا");
  expect(goesTo(null, null, "AE")).toBe(countryText("AE", ar));
  expect(goesTo(null, "", null)).toBe("");
});

test.each([
  [0, "لا أيام سابقة", "سلّمناه للشحن في 0 طرد."],
  [1, "يوم سابق", "سلّمناه للشحن في طرد واحد."],
  [2, "يومان سابقان", "سلّمناه للشحن في طردين."],
  [7, "7 أيام سابقة", "سلّمناه للشحن في 7 طرود."],
  [12, "12 يومًا سابقًا", "سلّمناه للشحن في 12 طردًا."],
  [100, "100 يوم سابق", "سلّمناه للشحن في 100 طرد."],
])("%i is counted in the form that it needs", (count, days, parcels) => {
  expect([say("journey.earlier", { count }), say("quiet.handedOverParcels", { count })]).toEqual([days, parcels]);
});

test("every plural has all six forms", () => {
  const forms = new Intl.PluralRules(ar.habits.intl).resolvedOptions().pluralCategories;
  expect(forms).toHaveLength(6);
  const plurals = [...sentencesOf(ar.words).values()].filter((sentence) => sentence.includes(", plural,"));
  expect(plurals.length).toBeGreaterThan(0);
  for (const sentence of plurals) expect(forms.filter((form) => !sentence.includes(`${form} {`))).toEqual([]);
});

test("a carrier in Latin letters stands apart, also in a sentence that becomes part of another", () => {
  const answer = say.markup("answer.picked_up", { carrier: "UPS", date: (words) => words });
  expect(shown(answer)).toBe("الطرد الآن لدى [UPS]");
  expect(shown(say("news", { answer, scan: "—" }))).toContain("لدى [UPS]");
});
