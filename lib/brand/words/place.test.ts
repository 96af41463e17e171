import { expect, test } from "vitest";
import { placeText } from "./place.ts";

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
  expect(placeText(place, "en", home)).toBe(text);
});

test.each([
  [{ city: "台中市", region: null, country: "TW" }, "TW", "台中市"],
  [{ city: "台中市", region: null, country: "TW" }, "GB", "台灣台中市"],
  [{ city: "MEMPHIS", region: "TN", country: "US" }, "TW", "美國 Memphis, TN"],
])("in Chinese the larger comes first", (place, home, text) => {
  expect(placeText(place, "zh-Hant-TW", home)).toBe(text);
});
