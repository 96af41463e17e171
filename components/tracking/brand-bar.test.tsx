import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { demoBrands } from "#lib/demo/brands.ts";
import { BrandBar } from "./brand-bar.tsx";
import { BrandHead } from "./brand-head.tsx";

const light = { pictureId: "a".repeat(64), width: 640, height: 160 };
const dark = { pictureId: "b".repeat(64), width: 100, height: 100 };
const bar = (brand: Partial<BrandTokens>, locale: Locale = "en") =>
  renderToStaticMarkup(<BrandBar brand={{ ...fallbackBrand, ...brand }} slug="shop" voice={voiceOf(locale)} />);
const head = (brand: BrandTokens, locale: Locale) =>
  renderToStaticMarkup(<BrandHead brand={brand} slug="shop" voice={voiceOf(locale)} />);

test("a logo's room is known before it arrives, and its shape is kept", () => {
  const html = bar({ name: "Shop", scheme: "light", logo: { kind: "picture", light, dark: null } });
  expect(html).toContain(`<img src="/media/shop/${light.pictureId}" alt="Shop" width="160" height="40"/>`);
  expect(html).not.toContain("<picture>");
});

test("the logo is the one for the paper that it stands on: by the device, by the brand, in print", () => {
  const logo = { kind: "picture", light, dark } as const;
  const auto = bar({ scheme: "auto", logo });
  expect(auto).toMatch(
    /<source media="\(prefers-color-scheme: dark\)" srcSet="\/media\/shop\/b+" width="40" height="40"/,
  );
  expect(auto).toMatch(/<img src="\/media\/shop\/a+"/);
  const alwaysDark = bar({ scheme: "dark", logo });
  expect(alwaysDark).toMatch(/<source media="print" srcSet="\/media\/shop\/a+"/);
  expect(alwaysDark).toMatch(/<img src="\/media\/shop\/b+"/);
  expect(bar({ scheme: "light", logo })).not.toContain(dark.pictureId);
});

test("a shop's links are in the page's language, or say which language they are in", () => {
  const { headerLinks } = demoBrands["maison-alder"];
  expect(bar({ headerLinks }, "th")).toContain(">คอลเลกชันฤดูหนาว</a>");
  expect(bar({ headerLinks }, "de")).toMatch(/<a [^>]*lang="en">Ateliers<\/a>/);
  expect(bar({ headerLinks: [] })).not.toContain("<nav");
});

test("the head asks for fonts ahead where the page is in Latin letters, and never shows the host's lamp", () => {
  const alder = demoBrands["maison-alder"];
  expect(head(alder, "en").match(/rel="preload"/g)).toHaveLength(2);
  expect(head(alder, "zh-Hant-TW")).not.toContain("preload");
  expect(head(alder, "en")).toMatch(/rel="icon" href="\/brand-icon\/shop\?v=[0-9a-f]{8}"/);
  expect(head(alder, "en").match(/name="theme-color"/g)).toHaveLength(2);
});
