import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastAdvice } from "./contrast-advice.ts";
import { withChanges } from "./draft/draft-changes.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import type { BrandTokens, ColourTokens } from "./tokens.ts";

const plain: BrandTokens = { ...fallbackBrand, accent: "#1f4d3a", light: {}, dark: {} };
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const roles = "paper surface tint ink muted accent onAccent link act good".split(" ");
const some: fc.Arbitrary<Partial<ColourTokens>> = fc
  .array(fc.tuple(fc.constantFrom(...roles), hex), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

test("a dark green on paper needs no advice; a signal yellow is told, with what is shown in its place", () => {
  expect(contrastAdvice(plain)).toEqual([]);
  const [advice, ...rest] = contrastAdvice({ ...plain, accent: "#f2c200" });
  expect(rest).toEqual([]);
  expect(advice).toMatchObject({
    scheme: "light",
    role: "accentText",
    path: ["accent"],
    wished: "#f2c200",
    needed: 4.5,
  });
  expect(advice?.ratio).toBeLessThan(2);
});

test("a scheme that no shopper sees is not advised on", () => {
  expect(contrastAdvice({ ...plain, accent: "#f2c200", scheme: "dark" })).toEqual([]);
});

test("whatever the colours, taking each advice leaves nothing to advise", () => {
  fc.assert(
    fc.property(hex, some, some, (accent, light, dark) => {
      let brand: BrandTokens = { ...plain, accent, light, dark };
      for (let clicks = 0; clicks < 24; clicks++) {
        const [next] = contrastAdvice(brand);
        if (next === undefined) return;
        brand = withChanges(brand, [{ path: next.path, is: next.shown }]);
      }
      expect(contrastAdvice(brand)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
