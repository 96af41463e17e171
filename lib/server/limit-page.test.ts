import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { type Locale, locales } from "#lib/brand/locale.ts";
import { limitPage } from "./limit-page.ts";

const answer = (retryAfterMs: number, locale: Locale = "en", name = "Maison Alder") =>
  limitPage(
    { headers: new Headers({ "x-nonce": "abc" }) },
    { brand: { ...fallbackBrand, name }, voice: voiceOf(locale), back: "/find/maison-alder?lang=de", retryAfterMs },
  );

test.each(locales)("in %s: a whole page that says when to come back, without a missing word", async (locale) => {
  const response = answer(181_000, locale);
  const html = await response.text();
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("181");
  expect(html).toContain(`<html lang="${locale}"`);
  expect(html).toMatch(/<h1>[^<]*(4|٤)[^<]*<\/h1>/);
  expect(html).toContain('<a href="/find/maison-alder?lang=de">');
  expect(html).not.toMatch(/<script|\{\w+\}|find\.|undefined/);
});

test("it never says none", async () => {
  expect(await answer(1).text()).toContain("in 1 minute<");
  expect(answer(1).headers.get("retry-after")).toBe("1");
});

test("a shop's name is text", async () => {
  expect(await answer(1, "en", "<script>alert(1)</script>").text()).not.toContain("<script");
});
