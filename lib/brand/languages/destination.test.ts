import { expect, test } from "vitest";
import { destinationText } from "./destination.ts";
import { withoutDirections } from "./isolated.ts";
import { type Locale, languages, locales } from "./registry.ts";

const { en, "zh-Hant-TW": zhHant } = languages;

test("a place is written as people of the language write it, and a name is never whole", () => {
  expect(destinationText({ initial: "É", city: "Paris", country: "FR" }, en)).toBe("É., Paris, France");
  expect(destinationText({ initial: "黃", city: "苗栗市", country: "TW" }, zhHant)).toBe("台灣苗栗市，黃○○");
});

test.each<[Locale, string]>([
  ["en", "黃○○"],
  ["de", "黃○○"],
  ["zh-Hant-TW", "黃○○"],
  ["zh-Hans-CN", "黃**"],
])("%s: the signs of a Chinese name that are hidden are hidden as people there do it", (locale, text) => {
  const { initial } = languages[locale].habits;
  expect([initial("黃"), initial("E")]).toEqual([text, "E."]);
});

test("what is not known is left out without a stray comma", () => {
  expect(destinationText({ initial: null, city: "", country: "FR" }, en)).toBe("France");
  expect(destinationText({ initial: null, city: null, country: null }, zhHant)).toBe("");
});

test.each(locales)("%s: where nothing is known nothing is said, and no mark stands beside what is not", (locale) => {
  const said = (initial: string | null, city: string | null, country: string | null) =>
    withoutDirections(destinationText({ initial, city, country }, languages[locale]));
  expect(said(null, null, null)).toBe("");
  expect(said(null, "Paris", null)).toBe("Paris");
  expect(said("É", null, null)).toMatch(/^(\p{L}.*\s)?É\.$/u);
  expect(said("É", "Paris", "FR")).toMatch(/^\p{L}.*[\p{L}.]$/u);
});
