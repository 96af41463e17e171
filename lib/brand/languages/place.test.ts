import { expect, test } from "vitest";
import { withoutDirections } from "./isolated.ts";
import { placeText } from "./place.ts";
import { languages, locales } from "./registry.ts";

test.each([
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "US", "Memphis, TN"],
  [{ city: "Memphis", region: "TN", country: "US" }, "GB", "Memphis, TN, United States"],
  [{ city: "ST. LOUIS", region: "MO", country: "us" }, "US", "St. Louis, MO"],
  [{ city: "BERLIN", region: "BERLIN", country: "DE" }, null, "Berlin, Germany"],
  [{ city: "BOURG-EN-BRESSE", region: null, country: "FR" }, "FR", "Bourg-En-Bresse"],
  [{ city: "Köln", region: null, country: null }, "GB", "Köln"],
  [{ city: null, region: null, country: "US" }, "US", "United States"],
  [{ city: " ", region: null, country: null }, "US", ""],
])("a place is told as people write it, without the country that the parcel goes to", (place, home, text) => {
  expect(placeText(place, languages.en, home)).toBe(text);
});

test.each([
  [{ city: "台中市", region: null, country: "TW" }, "TW", "台中市"],
  [{ city: "台中市", region: null, country: "TW" }, "GB", "台灣台中市"],
  [{ city: "苗栗市", region: "苗栗縣", country: "TW" }, "TW", "苗栗縣苗栗市"],
  [{ city: "臺北市", region: "大安區", country: "TW" }, "TW", "臺北市大安區"],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "TW", "美國 Memphis, TN"],
])("in Chinese the larger comes first", (place, home, text) => {
  expect(placeText(place, languages["zh-Hant-TW"], home)).toBe(text);
});

test.each(locales)("%s: what is known of a place is told, and no mark stands beside what is not", (locale) => {
  const said = (place: { city: string | null; region: string | null }) =>
    withoutDirections(placeText({ ...place, country: "US" }, languages[locale], "US"));
  expect(said({ city: "Memphis", region: null })).toBe("Memphis");
  expect(said({ city: "Memphis", region: "TN" })).toMatch(/Memphis.+TN/);
  expect(said({ city: null, region: null })).toMatch(/^\p{L}.*\p{L}$/u);
});

test("a town in Arabic letters does not change places with the country beside it", () => {
  const riyadh = { city: "الرياض", region: null, country: "SA" };
  expect(placeText(riyadh, languages.en, "GB")).toBe("\u2068الرياض\u2069, Saudi Arabia");
});
