import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { hostVoice, readerWishes, shopVoice } from "./reader-wishes.ts";

const german = { "accept-language": "de-AT,de;q=0.9,en;q=0.5" };
const thai = { cookie: "find=x.y; lang=th; address=z" };
const arabic = { "x-porchlight-language": "ar" };
const shop: BrandTokens = { ...fallbackBrand, locale: "zh-Hant-TW", locales: ["zh-Hant-TW", "de", "th", "ar"] };

const host = (headers: Record<string, string>, asked?: string) =>
  hostVoice(readerWishes(new Headers(headers), asked)).locale;
const atShop = (headers: Record<string, string>, asked?: string) =>
  shopVoice(shop, readerWishes(new Headers(headers), asked)).locale;

test("the address goes before what was chosen, that before the browser, that before the shop's own", () => {
  for (const spoken of [host, atShop]) {
    expect(spoken({ ...german, ...thai, ...arabic }, "de")).toBe("de");
    expect(spoken({ ...german, ...thai, ...arabic })).toBe("ar");
    expect(spoken({ ...german, ...thai })).toBe("th");
    expect(spoken(german)).toBe("de");
  }
  expect(host({})).toBe("en");
  expect(atShop({})).toBe("zh-Hant-TW");
});

test("a language that the shop does not offer is passed over", () => {
  expect(atShop({ "accept-language": "en" })).toBe("zh-Hant-TW");
  expect(atShop({ "accept-language": "en, de;q=0.5" }, "en")).toBe("de");
});

test.each(["", "lang", "lang=", "lang=xx", "xlang=th", "a=lang=th", "lang=%00"])(
  "the cookie %j chooses nothing",
  (cookie) => {
    expect(host({ ...german, cookie })).toBe("de");
  },
);
