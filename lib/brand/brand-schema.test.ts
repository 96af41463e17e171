import fc from "fast-check";
import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { brandFrom, safeUrl } from "./brand-schema.ts";
import { brandCss } from "./css.ts";

const shop = {
  name: "Corner Shop",
  locale: "zh-TW",
  storefrontUrl: "https://corner.example",
  supportEmail: "hi@corner.example",
};

test.each(Object.entries(demoBrands))("%s survives the database unchanged", (_, brand) => {
  expect(brandFrom(JSON.parse(JSON.stringify(brand)), shop)).toEqual(brand);
});

test("without a brand the shop still has its name, its language, its way back and its address", () => {
  expect(brandFrom(null, shop)).toMatchObject({ ...shop, locale: "zh-Hant-TW" });
});

test("whatever is stored as a brand, the page has one that it can print", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      expect(brandFrom(stored, shop).name).toBe("Corner Shop");
      expect(brandCss(brandFrom(stored, shop))).toContain("--paper:#");
    }),
  );
});

test.each([
  ["a script for a link", { storefrontUrl: "javascript:alert(1)" }],
  ["a colour that is CSS", { light: { ...demoBrands.voltgarten.light, paper: "red;} *{display:none" } }],
  ["an email that is none", { supportEmail: "call us" }],
])("%s makes the whole brand fall back", (_, wrong) => {
  expect(brandFrom({ ...demoBrands.voltgarten, ...wrong }, shop).name).toBe("Corner Shop");
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
