import fc from "fast-check";
import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { brandIconSvg, brandIcons } from "./brand-icon.ts";
import { fallbackBrand } from "./fallback-brand.ts";

/** Any text at all, halves of pairs and control signs too. */
const codePoints = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 8 })
  .map((points) => String.fromCodePoint(...points));
const ID = "a".repeat(64);

test("whatever a shop is called, its icon is one well-formed drawing with text and nothing else", () => {
  const name = fc.oneof(fc.string(), codePoints, fc.constantFrom("</text><script>", "&lt;", "]]>", "👩‍👩‍👧", "茶"));
  fc.assert(
    fc.property(name, fc.boolean(), (text, isMonogram) => {
      const svg = brandIconSvg({ ...fallbackBrand, name: text, logo: isMonogram ? { kind: "monogram", text } : null });
      const shape = /^<svg [^<>]*><rect [^<>]*\/><text [^<>]*>([^<>]*)<\/text><\/svg>$/.exec(svg);
      expect(shape).not.toBeNull();
      expect(shape?.[1]?.replaceAll(/&(amp|lt|gt);/g, "")).not.toContain("&");
    }),
  );
});

test("a shop without a picture is known by its first letter in its own colours, never by the host's lamp", () => {
  const svg = brandIconSvg({ ...fallbackBrand, name: "émile", accent: "#c2410c", light: {}, dark: {} });
  expect(svg).toContain('fill="#c2410c"');
  expect(svg).toContain(">é<");
  expect(brandIconSvg(demoBrands["alishan-tea"])).toContain(">茶<");
});

test("the icon's address changes when the look does, and only then", () => {
  const of = (brand: typeof fallbackBrand) => brandIcons(brand, "shop").map(({ href }) => href);
  const [now] = of(fallbackBrand);
  expect(now).toMatch(/^\/brand-icon\/shop\?v=[0-9a-f]{8}$/);
  expect(of({ ...fallbackBrand, supportEmail: "a@b.example" })).toEqual([now]);
  expect(of({ ...fallbackBrand, accent: "#c2410c", light: {} })).not.toEqual([now]);
});

test("a shop's own pictures are its icons, for the tab and the home screen", () => {
  const icons = brandIcons({ ...fallbackBrand, favicon: { small: ID, large: ID } }, "shop");
  expect(icons.map(({ rel, sizes }) => `${rel} ${sizes}`)).toEqual([
    "icon 32x32",
    "icon 180x180",
    "apple-touch-icon 180x180",
  ]);
});
