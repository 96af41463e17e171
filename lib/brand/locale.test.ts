import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "./languages/registry.ts";
import { chooseLocale, localeFrom, locales, wishesOf } from "./locale.ts";

test.each([
  ["en", "en"],
  ["en-GB", "en"],
  [" EN_us ", "en"],
  ["de-AT", "de"],
  ["th-TH", "th"],
  ["ar-EG", "ar"],
  ["zh", "zh-Hans-CN"],
  ["zh-CN", "zh-Hans-CN"],
  ["zh-SG", "zh-Hans-CN"],
  ["zh-Hans", "zh-Hans-CN"],
  ["zh-Hans-HK", "zh-Hans-CN"],
  ["zh-TW", "zh-Hant-TW"],
  ["zh-HK", "zh-Hant-TW"],
  ["zh-MO", "zh-Hant-TW"],
  ["zh-Hant", "zh-Hant-TW"],
  ["zh_Hant_TW", "zh-Hant-TW"],
  ["zh-Hant-US", "zh-Hant-TW"],
  ["english", null],
  ["deu", null],
  ["fr", null],
  ["*", null],
  ["", null],
  [null, null],
  [undefined, null],
])("%s is understood as %s", (tag, locale) => {
  expect(localeFrom(tag)).toBe(locale);
});

test("each language understands its own tag, and no tag asks for two", () => {
  for (const locale of locales) expect(localeFrom(locale)).toBe(locale);
  const tag = fc.constantFrom(
    ...locales,
    "zh",
    "zh-hk",
    "zh-hans-tw",
    "zh-hant-cn",
    "zh-x",
    "en-001",
    "de-ch",
    "ar-eg",
  );
  fc.assert(
    fc.property(tag, fc.constantFrom("", "-x-shop", "-u-nu-latn"), (start, end) => {
      const asking = `${start}${end}`.toLowerCase();
      expect(locales.filter((locale) => languages[locale].understands.test(asking))).toHaveLength(1);
    }),
  );
});

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", ["de-AT", "de", "en"]],
  ["en;q=0.1, zh-TW;q=0.9 , de", ["de", "zh-TW", "en"]],
  ["en;Q=0.2,de;q=0.4", ["de", "en"]],
  ["th;q=0,en", ["en"]],
  ["ar;q=much,en;q=0.1", ["en"]],
  ["en;level=1;q=0.3,de;q=0.5", ["de", "en"]],
  [",,;q=1,en", ["en"]],
  ["", []],
  [null, []],
])("what a browser asks for, %j, is heard strongest first", (header, wishes) => {
  expect(wishesOf(header)).toEqual(wishes);
});

test("a header without end is read only so far", () => {
  expect(wishesOf("en,".repeat(10_000)).length).toBeLessThan(20);
});

test("whatever a browser sends, hearing it never fails", () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const shop = { locale: "de", locales: ["de", "en"] } as const;
      expect(["de", "en"]).toContain(chooseLocale(wishesOf(header), shop));
    }),
  );
});

const tea = { locale: "zh-Hant-TW", locales: ["zh-Hant-TW", "en"] } as const;

test.each([
  [[null, "en-GB"], "en"],
  [["zh-HK", "en"], "zh-Hant-TW"],
  [["fr", "en"], "en"],
  [["th", "en"], "en"],
  [["fr"], "zh-Hant-TW"],
  [[], "zh-Hant-TW"],
])("of the wishes %j the first that the brand offers wins: %s", (wishes, locale) => {
  expect(chooseLocale(wishes, tea)).toBe(locale);
});

test("a brand always offers its own language, also where its list forgot it", () => {
  expect(chooseLocale(["de", "en"], { locale: "de", locales: ["en"] })).toBe("de");
});
