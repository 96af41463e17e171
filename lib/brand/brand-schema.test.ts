import fc from "fast-check";
import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { publishableBrand } from "./brand-problems.ts";
import { brandFrom, safeUrl } from "./brand-schema.ts";
import { brandCss } from "./css.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import { locales } from "./locale.ts";

const shop = {
  name: "Corner Shop",
  locale: "zh-TW",
  storefrontUrl: "https://corner.example",
  supportEmail: "hi@corner.example",
};
const alder = demoBrands["maison-alder"];

test.each(Object.entries(demoBrands))("%s survives the database unchanged", (_, brand) => {
  expect(brandFrom(JSON.parse(JSON.stringify(brand)), shop)).toEqual(brand);
});

test("without a brand the shop still has its name, its language, its way back and its address", () => {
  expect(brandFrom(null, shop)).toMatchObject({ ...shop, locale: "zh-Hant-TW" });
});

test("a name and an accent are a whole brand", () => {
  const brand = brandFrom({ name: "Two Lines", accent: "#c2410c" }, shop);
  expect(brand).toMatchObject({ name: "Two Lines", accent: "#c2410c", type: "plain", logo: null, locales });
  expect(brandCss(brand)).toContain("--accent:#c2410c");
});

test("whatever is stored as a brand, the page has one that it can print", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const brand = brandFrom(stored, shop);
      expect(brand.name.length).toBeGreaterThan(0);
      expect(brandCss(brand)).toContain("--paper:#");
    }),
  );
});

test.each([
  ["a script for a link", { storefrontUrl: "javascript:alert(1)" }, { storefrontUrl: null }],
  ["a script in the footer", { footerLinks: [{ label: "x", url: "javascript:alert(1)" }] }, { footerLinks: [] }],
  ["a colour that is CSS", { light: { paper: "red;} *{display:none" } }, { light: {} }],
  ["an email that is none", { supportEmail: "call us" }, { supportEmail: null }],
  ["a picture outside of our own", { logo: { kind: "picture", light: "https://x" } }, { logo: null }],
  ["a type that we do not have", { type: "comic" }, { type: "plain" }],
  ["a language that we do not speak", { locales: ["en", "xx"] }, { locales }],
])("%s falls back alone; the rest of the brand stays", (_, wrong, instead) => {
  expect(brandFrom({ ...alder, ...wrong }, shop)).toEqual({ ...alder, ...instead, ...ownOf(wrong) });
});

/** Where the shop itself was added with a way back or an address, that one stands in. */
function ownOf(wrong: object): object {
  return {
    ...("storefrontUrl" in wrong ? { storefrontUrl: shop.storefrontUrl } : {}),
    ...("supportEmail" in wrong ? { supportEmail: shop.supportEmail } : {}),
  };
}

test("without a sound accent the other colours go too: they were chosen beside it", () => {
  const { accent, mood, light, dark } = fallbackBrand;
  expect(brandFrom({ ...alder, accent: "reddish" }, shop)).toEqual({ ...alder, accent, mood, light, dark });
});

test("a shop offers its own language whatever it forgets, and none twice", () => {
  const brand = brandFrom({ name: "A", accent: "#111111", locale: "de", locales: ["en", "en", "th"] }, shop);
  expect(brand.locales).toEqual(["de", "en", "th"]);
});

test("only web addresses become links", () => {
  expect(safeUrl("https://shop.example/p/1")).toBe("https://shop.example/p/1");
  expect(["javascript:alert(1)", "data:text/html,x", "/relative", "", null].map(safeUrl)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("what cannot be published is told all at once, each by its path", () => {
  const file = {
    name: "",
    accent: "reddish",
    footerLinks: [{ label: "Returns", url: "ftp://x" }],
    light: { paper: "url(x)" },
    type: "comic",
    headerLink: [],
    mood: { contrasts: "soft" },
  };
  const read = publishableBrand(file);
  expect(read.ok ? [] : read.error.map(({ path }) => path).toSorted()).toEqual([
    "accent",
    "footerLinks.0.url",
    "headerLink",
    "light.paper",
    "mood.contrasts",
    "name",
    "type",
  ]);
});

test("a misspelt setting is told, also deep inside", () => {
  const read = publishableBrand({
    name: "A",
    accent: "#111111",
    headerLink: [],
    light: { papper: "#fff" },
    footerLinks: [{ label: "A", url: "https://a.example", labels: { en: "A" }, target: "_blank" }],
    words: { en: { "bar.back": "Home" } },
  });
  expect(read).toEqual({
    ok: false,
    error: ["headerLink", "light.papper", "footerLinks.0.target"].map((path) => ({
      path,
      problem: "is no setting of a brand",
    })),
  });
});

test.each(Object.entries(demoBrands))("%s can be published", (_, brand) => {
  expect(publishableBrand(JSON.parse(JSON.stringify(brand)))).toEqual({ ok: true, value: brand });
});
