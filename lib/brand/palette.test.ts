import { wcagContrast } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import { paletteOf } from "./palette.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const colours = fc.record({
  paper: colour,
  surface: colour,
  tint: colour,
  ink: colour,
  muted: colour,
  accent: colour,
  onAccent: colour,
});

test("whatever colours a merchant chooses, every text reaches 4.5:1 on every ground it stands on", () => {
  fc.assert(
    fc.property(colours, (tokens) => {
      const palette = paletteOf(tokens);
      for (const ground of [palette.paper, palette.surface, palette.tint]) {
        for (const text of [palette.ink, palette.muted, palette.link]) {
          expect(wcagContrast(text, ground)).toBeGreaterThanOrEqual(4.5);
        }
      }
      expect(wcagContrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 400 },
  );
});

test("the accent itself is never changed: it is the merchant's", () => {
  fc.assert(fc.property(colours, (tokens) => paletteOf(tokens).accent === tokens.accent));
});

test("a colour that cannot be read becomes a readable one", () => {
  const broken = { ...fallbackBrand.light, ink: "no colour", paper: "url(x)" };
  expect(paletteOf(broken)).toMatchObject({ paper: "#ffffff", ink: "#000000" });
});

test.each(Object.entries(demoBrands))(
  "%s is readable as its designer chose it: ink and paper stay as they are",
  (_, brand) => {
    for (const tokens of [brand.light, brand.dark]) {
      const alone = paletteOf({ ...tokens, surface: tokens.paper, tint: tokens.paper });
      expect(paletteOf(tokens)).toMatchObject({ ink: alone.ink, muted: alone.muted, paper: alone.paper });
    }
  },
);
