import { expect, test } from "vitest";
import { chooseLocale, localeFrom } from "./locale.ts";

test.each([
  ["en", "en"],
  ["en-GB", "en"],
  ["zh-TW", "zh-Hant-TW"],
  ["zh_Hant_TW", "zh-Hant-TW"],
  ["zh", "zh-Hant-TW"],
  ["zh-CN", null],
  ["english", null],
  ["", null],
  [null, null],
])("%s is understood as %s", (tag, locale) => {
  expect(localeFrom(tag)).toBe(locale);
});

test("the first wish that the brand offers wins; a language that it does not offer is no wish", () => {
  const tea = { locale: "zh-Hant-TW", secondLocale: "en" } as const;
  expect(chooseLocale([null, "en-GB"], tea)).toBe("en");
  expect(chooseLocale(["zh", "en"], tea)).toBe("zh-Hant-TW");
  expect(chooseLocale(["zh-TW"], { locale: "en", secondLocale: null })).toBe("en");
});
