import { expect, test } from "vitest";
import { publishableBrand } from "./brand-problems.ts";

const brand = (words: unknown) => publishableBrand({ name: "Shop", accent: "#123456", words });
const problems = (words: unknown) => {
  const read = brand(words);
  return read.ok ? [] : read.error;
};

test("a shop may say every sentence in its own words, in each language", () => {
  expect(problems({ en: { "help.heading": "Need a hand?" }, de: { "bar.back": "Zum Laden" } })).toEqual([]);
});

test("a sentence that words a date away is refused, and the line says what it lacks", () => {
  expect(problems({ en: { "answer.arriving": "Coming soon" } })).toEqual([
    { path: "words.en.answer.arriving", problem: expect.stringContaining("{on}") },
  ]);
});

test("sentences in no language of ours, or of no name, are refused", () => {
  expect(problems({ fr: { "help.heading": "Besoin d'aide ?" } })).toMatchObject([{ path: "words.fr" }]);
  expect(problems({ en: { "help.headline": "Help" } })).toMatchObject([{ path: "words.en.help.headline" }]);
});
