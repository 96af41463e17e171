import { expect, test } from "vitest";
import { alpha2Named, alpha2Of, placeInLine } from "./country-codes.ts";

test("countries of three letters are told by two, names are not", () => {
  expect(["USA", "gbr", "CHE", "TWN", "XKX"].map(alpha2Of)).toEqual(["US", "GB", "CH", "TW", "XK"]);
  expect(["US", "fr", "XXX", "Germany", "", null].map(alpha2Of)).toEqual(["US", "FR", null, null, null, null]);
});

test("an English name, of Unicode or in use, tells its country, another word none", () => {
  expect(["Germany", "UNITED STATES", " viet nam", "Hong Kong"].map(alpha2Named)).toEqual(["DE", "US", "VN", "HK"]);
  expect(["Korea, Republic of", "CÔTE D’IVOIRE", "Trinidad and Tobago"].map(alpha2Named)).toEqual(["KR", "CI", "TT"]);
  expect(["Great Britain and Northern Ireland", "Georgia", "USA"].map(alpha2Named)).toEqual(["GB", "GE", "US"]);
  expect(["Memphis", "CA", "", "toString"].map(alpha2Named)).toEqual([null, null, null, null]);
});

test("a name in a language of DHL's tells its country", () => {
  const names = ["Deutschland", "DUITSLAND", "Pays-Bas", "Österreich", "Niemcy", "España", "Česko", "Granada"];
  expect(names.map(alpha2Named)).toEqual(["DE", "DE", "NL", "AT", "DE", "ES", "CZ", null]);
});

test.each([
  ["Memphis, TN, US", null, ["Memphis", "TN", "US"]],
  ["Memphis, TN", "US", ["Memphis", "TN", "US"]],
  ["Memphis, TN", null, ["Memphis", null, null]],
  ["New Delhi, India", null, ["New Delhi", null, "IN"]],
  ["Feucht, DE", "DE", ["Feucht", null, "DE"]],
  ["FEUCHT DE", "DE", ["FEUCHT", null, "DE"]],
  ["FEUCHT DE", null, ["FEUCHT DE", null, null]],
  ["Dover, DE", "US", ["Dover", "DE", "US"]],
  ["Atlanta, Georgia", null, ["Atlanta", null, null]],
  ["Germany", null, [null, null, "DE"]],
  ["US", "US", [null, null, "US"]],
  ["US", null, ["US", null, null]],
  ["Singapore", null, ["Singapore", null, "SG"]],
  ["12 Elm St, Boise, ID", "US", [null, "ID", "US"]],
  [", ,", "FR", [null, null, "FR"]],
  [null, null, [null, null, null]],
])("the line %j with the country %j is %j", (line, known, expected) => {
  const { town, region, country } = placeInLine(line, known);
  expect([town, region, country]).toEqual(expected);
});
