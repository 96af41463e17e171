import fc from "fast-check";
import { expect, test } from "vitest";
import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { chooseLocale, locales } from "#lib/brand/locale.ts";
import { pairingNames } from "#lib/brand/pairings.ts";
import { draftForm, draftLook } from "./draft-brand.ts";
import { inLight, shownStyle, typedStyle } from "./shown-style.ts";

const shop = { name: "Shop", locale: "de", storefrontUrl: null, supportEmail: null };
const colour = fc.oneof(
  fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`),
  fc.constantFrom("#abc", "oklch(0.5 0.1 150)", "oklch(0.5)", "red", "#12", "", `oklch(0.5 0.1 ${"1".repeat(70)})`),
);
const single = fc.dictionary(fc.constantFrom("paper", "tint", "ink", "accent", "link"), colour, { maxKeys: 3 });
const drafts = fc.record(
  {
    name: fc.constant("Shop"),
    accent: colour,
    mood: fc.record({
      neutrals: fc.constantFrom("warm", "neutral", "cool", "tinted"),
      contrast: fc.constantFrom("soft", "crisp"),
    }),
    light: single,
    dark: single,
    scheme: fc.constantFrom("light", "dark", "auto"),
    type: fc.constantFrom(...pairingNames),
    radius: fc.integer({ min: 0, max: 32 }),
    density: fc.constantFrom("dense", "regular", "airy"),
    answer: fc.constantFrom("paper", "tint", "accent"),
    locale: fc.constantFrom(...locales),
    locales: fc.uniqueArray(fc.constantFrom(...locales), { minLength: 1 }),
    storefrontUrl: fc.constantFrom(null, "half an addr"),
  },
  { requiredKeys: ["name", "accent"] },
);

test("what the form shows at once is what the server will draw, in every look, language and light", () => {
  fc.assert(
    fc.property(drafts, fc.constantFrom(...locales), fc.constantFrom("light", "dark"), (draft, locale, scheme) => {
      const typed = typedStyle(draftForm(draft, shop), { locale, scheme });
      if (typed === null) return;
      const look = draftLook(draft, { ...fallbackBrand, accent: "#123456" }, shop);
      expect(typed).toEqual(shownStyle(inLight(look, scheme), chooseLocale([locale], look)));
    }),
    { numRuns: 300 },
  );
});

test("a colour that cannot be read yet is left to the server", () => {
  const form = draftForm({ name: "Shop", accent: "#8a2f3b" }, shop);
  const seen = { locale: "de", scheme: "light" } as const;
  expect(typedStyle(form, seen)).not.toBeNull();
  expect(typedStyle({ ...form, accent: "#8a2f3" }, seen)).toBeNull();
  expect(typedStyle({ ...form, dark: { ink: "oklch(1)" } }, seen)).toBeNull();
});

test("shoppers see the same variables as whoever tries a look out", () => {
  expect(brandCss(fallbackBrand, "de")).toContain(shownStyle(fallbackBrand, "de").variables);
});
