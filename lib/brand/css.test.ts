import fc from "fast-check";
import { expect, test } from "vitest";
import { brandCss } from "./css.ts";
import { fallbackBrand } from "./fallback-brand.ts";
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
  const stack = { families: [text, `${text}"`], generic: "serif" as const };
  const colours = { ...fallbackBrand.light, paper: text, accent: text, ink: `${text}}` };
  return {
    ...fallbackBrand,
    name: text,
    light: colours,
    dark: colours,
    type: { display: stack, text: stack, numbers: stack, displayWeight: number, displayTracking: number },
    radius: number,
  };
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

test("a dark brand is dark on screen and light on paper", () => {
  const css = brandCss({ ...fallbackBrand, scheme: "dark" });
  expect(css.indexOf("color-scheme:dark")).toBeLessThan(css.indexOf("@media print"));
  expect(css.slice(css.indexOf("@media print"))).toContain("color-scheme:light");
});

test("only a brand that follows the device asks for the device's scheme", () => {
  expect(brandCss({ ...fallbackBrand, scheme: "auto" })).toContain("prefers-color-scheme:dark");
  expect(brandCss({ ...fallbackBrand, scheme: "light" })).not.toContain("prefers-color-scheme");
});
