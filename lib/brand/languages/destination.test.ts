import { expect, test } from "vitest";
import { destinationText } from "./destination.ts";
import { withoutDirections } from "./isolated.ts";
import { languages, locales } from "./registry.ts";

const { en, "zh-Hant-TW": zhHant } = languages;

test("a place is written as people of the language write it, and a name is never whole", () => {
  expect(destinationText({ initial: "É", city: "Paris", country: "FR" }, en)).toBe("É., Paris, France");
  expect(destinationText({ initial: "黃", city: "苗栗市", country: "TW" }, zhHant)).toBe("台灣苗栗市，黃○○");
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
