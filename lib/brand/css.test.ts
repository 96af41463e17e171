import fc from "fast-check";
import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { brandCss } from "./css.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import { fontPath } from "./fonts.ts";
import type { locales } from "./locale.ts";
import { pairingNames } from "./pairings.ts";
import type { BrandTokens } from "./tokens.ts";

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "</style><script>",
    "}*{display:none",
    '";}@import url(//evil)',
    "red;background:url(//evil)",
    "\\3c ",
  ),
);
const skeleton = (css: string) => css.replace(/[^{}<>@\\]/g, "");

function brandWith(text: string, number: number): BrandTokens {
  const colours = { paper: text, accent: text, ink: `${text}}`, link: text };
  return { ...fallbackBrand, name: text, accent: text, light: colours, dark: colours, radius: number };
}

test("no text of a merchant can leave its place in the style sheet", () => {
  const expected = skeleton(brandCss(fallbackBrand));
  fc.assert(
    fc.property(hostile, fc.double(), (text, number) => {
      const css = brandCss(brandWith(text, number));
      expect(skeleton(css)).toBe(expected);
      expect(css).not.toMatch(/url\(|@import|NaN|Infinity/);
    }),
  );
});

test.each(pairingNames)("a page in %s loads fonts of our own only, and none that is not in the catalogue", (type) => {
  const css = brandCss({ ...fallbackBrand, type });
  for (const [, url = ""] of css.matchAll(/url\(([^)]*)\)/g)) {
    expect(url).toMatch(/^\/fonts\/[a-z0-9.-]+\.woff2$/);
    expect(fontPath(url.slice("/fonts/".length))).not.toBeNull();
  }
});

test("a dark brand is dark on screen and light on paper", () => {
  const css = brandCss({ ...fallbackBrand, scheme: "dark" });
  expect(css.indexOf("color-scheme:dark")).toBeLessThan(css.indexOf("@media print"));
  expect(css.slice(css.indexOf("@media print"))).toContain("color-scheme:light");
});

test("only a brand that follows the device asks for the device's scheme", () => {
  expect(brandCss({ ...fallbackBrand, scheme: "auto" })).toContain("prefers-color-scheme:dark");
  expect(brandCss({ ...fallbackBrand, scheme: "light" })).not.toContain("prefers-color-scheme");
});

test("the style stays small enough to be sent with every page", () => {
  for (const brand of Object.values(demoBrands)) {
    for (const type of pairingNames) expect(brandCss({ ...brand, type }).length).toBeLessThan(5_500);
  }
});

test("the same look in the same language is made once, another one anew", () => {
  const brand: BrandTokens = demoBrands["alishan-tea"];
  const css = brandCss(brand, "en");
  const renamed: BrandTokens = { ...brand, name: "Other", words: { en: { "bar.back": "Home" } } };
  expect(brandCss(renamed, "en")).toBe(css);
  const others = [brandCss(brand, "zh-Hans-CN"), brandCss({ ...brand, accent: "#123456" }, "en")];
  expect(new Set([css, ...others]).size).toBe(3);
});

test("each language is set in fonts of its own script, the shop's own script beside it", () => {
  const families = (locale: (typeof locales)[number]) =>
    /--type-text:([^;]*)/.exec(brandCss({ ...demoBrands["maison-alder"], locale: "th" }, locale))?.[1];
  expect(families("en")).toMatch(/^"Manrope","Avenir Next".*"Thonburi".*system-ui/);
  expect(families("zh-Hant-TW")).toMatch(/"PingFang TC".*"Thonburi"/);
  expect(families("zh-Hans-CN")).toMatch(/"PingFang SC"/);
  expect(families("zh-Hans-CN")).not.toMatch(/ TC"/);
  expect(families("ar")).toMatch(/"SF Arabic"/);
});

test("letters that join are never set apart", () => {
  for (const type of pairingNames)
    expect(brandCss({ ...fallbackBrand, type }, "ar")).toContain("--display-tracking:0em");
});

test("a page gets the font files of the letters that it writes, Latin always", () => {
  const file = /\/fonts\/[a-z0-9-]+?-(latin-ext|latin|greek-ext|greek|cyrillic-ext|cyrillic|vietnamese)-[^)]*/g;
  const subsetsOf = (written: string | null) => {
    const css = brandCss(demoBrands["maison-alder"], "en", written);
    return [...new Set([...css.matchAll(file)].map(([, subset]) => subset))];
  };
  expect(subsetsOf("Ana Müller, 12 € – “so”")).toEqual(["latin"]);
  expect(subsetsOf("")).toEqual(["latin"]);
  expect(subsetsOf("Łódź")).toEqual(["latin-ext", "latin"]);
  expect(subsetsOf("Ελλάδα Москва")).toEqual(["cyrillic", "greek", "latin"]);
  expect(subsetsOf("Nguyễn")).toContain("vietnamese");
  expect(subsetsOf(null).length).toBeGreaterThan(5);
});
