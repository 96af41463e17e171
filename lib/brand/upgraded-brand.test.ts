import { expect, test } from "vitest";
import { publishableBrand } from "./brand-problems.ts";
import { brandFrom } from "./brand-schema.ts";
import { hexOf } from "./colour.ts";
import { oldBrands } from "./old-brands-testing.ts";
import { palettesOf } from "./palette.ts";
import { upgradedBrand } from "./upgraded-brand.ts";

const shop = { name: "Other", locale: "en", storefrontUrl: null, supportEmail: null };
const stored = (name: string): unknown => JSON.parse(JSON.stringify(oldBrands[name]));
const names = Object.keys(oldBrands);

test.each(names)("%s as version 0.1 stored it can be published today", (name) => {
  expect(publishableBrand(upgradedBrand(stored(name)))).toMatchObject({ ok: true });
});

test.each(names)("%s as version 0.1 stored it keeps its name, shape, links and every colour", (name) => {
  const old = stored(name) as Record<string, Record<string, string>>;
  const brand = brandFrom(old, shop);
  for (const part of [
    "name",
    "locale",
    "scheme",
    "radius",
    "density",
    "answer",
    "logo",
    "storefrontUrl",
    "footerLinks",
  ]) {
    expect(brand).toHaveProperty(part, old[part]);
  }
  const { light, dark } = palettesOf(brand);
  for (const [role, value] of Object.entries(old.light ?? {})) expect(light).toHaveProperty(role, hexOf(value, ""));
  for (const [role, value] of Object.entries(old.dark ?? {})) expect(dark).toHaveProperty(role, hexOf(value, ""));
});

test("old brands offer the languages that they offered and keep the voice of their type", () => {
  const brands = names.map((name) => brandFrom(stored(name), shop));
  expect(brands.map(({ locales }) => locales)).toEqual([["en"], ["en"], ["zh-Hant-TW", "en"]]);
  expect(brands.map(({ type }) => type)).toEqual(["plain-serif", "technical", "plain-serif"]);
});

test("a picture logo of version 0.1 keeps its place", () => {
  const pictureId = "a".repeat(64);
  const old = { ...(stored("voltgarten") as object), logo: { kind: "picture", pictureId } };
  expect(brandFrom(old, shop).logo).toEqual({
    kind: "picture",
    light: { pictureId, width: 208, height: 36 },
    dark: null,
  });
});

test("what is of today's shape, or of none, is left as it is", () => {
  for (const value of [null, 7, [], { name: "A", accent: "#111" }, { secondLocale: null, accent: "#111" }]) {
    expect(upgradedBrand(value)).toBe(value);
  }
});
