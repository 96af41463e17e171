import { expect, test } from "vitest";
import { dayText, windowTexts } from "./dates.ts";
import { de } from "./de.ts";
import { destinationText } from "./destination.ts";
import { placeText } from "./place.ts";

const today = "2026-11-03";
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const hours = (from: string, to: string) => {
  const said = de.habits.hours(from, to);
  return plain(`${said.from}|${said.to}`);
};

test.each([
  ["2026-11-06", "Freitag, 6. November"],
  ["2026-03-01", "Sonntag, 1. März"],
  ["2027-01-02", "Samstag, 2. Januar 2027"],
])("%s is written as Germany writes a day", (day, text) => {
  expect(plain(dayText(day, de, { today }))).toBe(text);
});

test("a date under a step is short, and tells its year where it is another", () => {
  const short = (day: string) => plain(dayText(day, de, { today, style: "short" }));
  expect([short("2026-11-04"), short("2026-05-04"), short("2025-12-30")]).toEqual([
    "4. Nov.",
    "4. Mai",
    "30. Dez. 2025",
  ]);
});

test.each([
  ["2026-11-05", "2026-11-06", "Donnerstag, 5.", "Freitag, 6. November"],
  ["2026-10-30", "2026-11-02", "Freitag, 30. Oktober", "Montag, 2. November"],
  ["2026-12-31", "2027-01-02", "Donnerstag, 31. Dezember", "Samstag, 2. Januar 2027"],
])(
  "a window from %s to %s says the month once, and never ends a sentence with a dot of its own",
  (fromDay, toDay, from, to) => {
    const texts = windowTexts({ fromDay, toDay }, de, today);
    expect([plain(texts.from), plain(texts.to)]).toEqual([from, to]);
  },
);

test("a day and its month stay on one line, a weekday and a year may leave it", () => {
  expect(dayText("2027-01-02", de, { today })).toBe("Samstag, 2.\u00a0Januar 2027");
});

test.each([
  ["14:00", "18:00", "14|18 Uhr"],
  ["08:30", "10:00", "8:30|10 Uhr"],
  ["10:00", "14:05", "10|14:05 Uhr"],
  ["00:00", "12:00", "0|12 Uhr"],
])("the hours from %s to %s are told on a clock of 24", (from, to, text) => {
  expect(hours(from, to)).toBe(text);
});

test("an hour and the moment of a scan carry their Uhr, which never leaves them", () => {
  expect(de.habits.time("18:00")).toBe("18\u00a0Uhr");
  expect(de.habits.moment(dayText("2026-11-03", de, { today }), "09:05")).toBe(
    "Dienstag, 3.\u00a0November, 09:05\u00a0Uhr",
  );
});

test.each([
  [{ city: "KÖLN", region: null, country: "DE" }, "DE", "Köln"],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "DE", "Memphis, TN, Vereinigte Staaten"],
  [{ city: null, region: null, country: "NL" }, "DE", "Niederlande"],
])("a place is told without the country that the parcel goes to", (place, home, text) => {
  expect(placeText(place, de, home)).toBe(text);
});

test("of a name only its letter is told", () => {
  expect(destinationText({ initial: "Ö", city: "Köln", country: "DE" }, de)).toBe("Ö., Köln, Deutschland");
  expect(destinationText({ initial: null, city: null, country: "CH" }, de)).toBe("Schweiz");
});
