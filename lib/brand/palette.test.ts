import { globSync, readFileSync } from "node:fs";
import { wcagContrast, wcagLuminance } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { hexOf, lch } from "./colour.ts";
import { darkColours, lightColours } from "./derived-colours.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import { type Palette, paletteOf, palettesOf } from "./palette.ts";
import type { ColourTokens, Mood } from "./tokens.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const oklch = fc.tuple(fc.nat(100), fc.nat(400), fc.nat(360)).map(([l, c, h]) => `oklch(${l / 100} ${c / 1000} ${h})`);
const extreme = fc.constantFrom("#000000", "#ffffff", "#eeff00", "#0000ff", "#ff0000", "#808080", "#767676", "#00ffff");
const colour = fc.oneof(
  { weight: 4, arbitrary: hex },
  { weight: 4, arbitrary: oklch },
  { weight: 1, arbitrary: extreme },
);
const roles = {
  paper: colour,
  surface: colour,
  tint: colour,
  ink: colour,
  muted: colour,
  accent: colour,
  onAccent: colour,
  link: colour,
  act: colour,
  good: colour,
};
const whole: fc.Arbitrary<ColourTokens> = fc.record(roles);
const some: fc.Arbitrary<Partial<ColourTokens>> = fc.record(roles, { requiredKeys: [] });
const mood: fc.Arbitrary<Mood> = fc.record({
  neutrals: fc.constantFrom("warm", "neutral", "cool", "tinted"),
  contrast: fc.constantFrom("soft", "crisp"),
});
const look = fc.record({
  accent: colour,
  mood,
  light: fc.oneof(fc.constant({}), some),
  dark: fc.oneof(fc.constant({}), some),
});

/** What of a palette cannot be read or made out; nothing, when all is well. */
function faults(palette: Palette): readonly string[] {
  const light = Object.fromEntries(Object.entries(palette).map(([name, value]) => [name, wcagLuminance(value)]));
  const contrast = (a: keyof Palette, b: keyof Palette) => {
    const [darker = 0, lighter = 0] = [light[a] ?? 0, light[b] ?? 0].toSorted((x, y) => x - y);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const grounds = ["paper", "surface", "tint"] as const;
  const pairs = [
    ...(["ink", "muted", "link", "act", "good"] as const).flatMap((text) =>
      grounds.map((ground) => [text, ground, 4.5] as const),
    ),
    ...(["field", "edge", "focus"] as const).flatMap((mark) => grounds.map((ground) => [mark, ground, 3] as const)),
    ["onAccent", "accent", 4.5] as const,
  ];
  return [
    ...Object.entries(palette).flatMap(([name, value]) => (/^#[0-9a-f]{6}$/.test(value) ? [] : [`${name} ${value}`])),
    ...pairs.flatMap(([a, b, least]) =>
      contrast(a, b) >= least ? [] : [`${a} on ${b}: ${palette[a]} on ${palette[b]}`],
    ),
  ];
}

test("every colour of a palette is used by the pages", () => {
  const css = globSync("app/*.css", { cwd: new URL("../..", import.meta.url) })
    .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"))
    .join("\n");
  const { light } = palettesOf(fallbackBrand);
  const names = Object.keys(light).map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  expect(names.filter((name) => !css.includes(`var(${name})`))).toEqual([]);
});

test("whatever a brand chooses, every text reaches 4.5:1 and every mark 3:1 on every ground, light and dark", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(look, (brand) => {
      const { light, dark } = palettesOf(brand);
      expect(faults(light)).toEqual([]);
      expect(faults(dark)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test("whatever ten colours stand in a scheme, all of it can be read", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(whole, (tokens) => {
      expect(faults(paletteOf(tokens))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("the accent is the merchant's: on light paper it is never changed", () => {
  fc.assert(
    fc.property(hex, mood, (accent, own) => {
      expect(palettesOf({ accent, mood: own, light: {}, dark: {} }).light.accent).toBe(accent);
    }),
  );
});

test("an accent alone makes a dark scheme of its own: dark paper, light ink, an accent that does not sink into it", () => {
  fc.assert(
    fc.property(colour, mood, (accent, own) => {
      const { dark } = palettesOf({ accent, mood: own, light: {}, dark: {} });
      expect(lch(dark.paper)?.l).toBeLessThan(0.25);
      expect(dark.paper).not.toBe("#000000");
      expect(lch(dark.ink)?.l).toBeGreaterThan(0.9);
      expect(wcagContrast(dark.accent, dark.paper)).toBeGreaterThanOrEqual(3);
    }),
  );
});

test("what a merchant sets is used as it is where it can be read", () => {
  const own = { paper: "#fffdf5", ink: "#221100", accent: "#005533", onAccent: "#fffdf5", act: "#8a0000" };
  const { light } = palettesOf({ accent: "#ff00ff", mood: fallbackBrand.mood, light: own, dark: {} });
  expect(light).toMatchObject(own);
});

test("a colour that is none becomes a readable one", () => {
  const broken = { ...lightColours("#224466", fallbackBrand.mood), ink: "no colour", paper: "url(x)" };
  expect(paletteOf(broken)).toMatchObject({ paper: "#ffffff", ink: "#000000" });
  for (const accent of ["", "url(x)", "oklch(", "#12"]) {
    const { light, dark } = palettesOf({ accent, mood: fallbackBrand.mood, light: {}, dark: {} });
    expect([...faults(light), ...faults(dark)]).toEqual([]);
  }
});

test.each(Object.entries(demoBrands))(
  "%s is readable as its designer chose it: nothing of it was moved",
  (_, brand) => {
    const { light, dark } = palettesOf(brand);
    for (const [name, value] of Object.entries(brand.light)) expect(light).toHaveProperty(name, hexOf(value, ""));
    for (const [name, value] of Object.entries(brand.dark)) expect(dark).toHaveProperty(name, hexOf(value, ""));
  },
);

test("a grey accent stays grey in both schemes", () => {
  for (const accent of ["#000000", "#808080", "#ffffff"]) {
    for (const colours of [lightColours, darkColours]) {
      const { paper, tint, ink } = colours(accent, { neutrals: "tinted", contrast: "soft" });
      for (const each of [paper, tint, ink]) expect(lch(each)?.c).toBeLessThan(0.002);
    }
  }
});
