import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import { linkMail } from "./link-mail.ts";

const url = "https://track.example.com/t/AbCdEfGhIjKlMnOpQrStUv";
const brand = { ...fallbackBrand, name: "Maison Alder" };
const about = { brand, number: "#1001", url };

test.each(locales)("in %s: subject, text and HTML say the order and carry the one link", (locale) => {
  const mail = linkMail(voiceOf(locale), about);
  expect(mail.subject).toContain("#1001");
  expect(mail.text).toContain(`\n${url}\n`);
  expect(mail.html.match(/https?:\/\/[^"]+/g)).toEqual([url]);
  for (const part of Object.values(mail)) expect(part).not.toMatch(/\{\w+\}|mail\.|undefined/);
});

test("nothing in it loads or counts", () => {
  expect(linkMail(voiceOf("en"), about).html).not.toMatch(/<img|<script|<link|url\(|@import|src=/i);
});

test("it reads from right to left where its language does", () => {
  expect(linkMail(voiceOf("ar"), about).html).toContain('dir="rtl"');
});

test("a shop's name and an order's number are text, whatever they hold", () => {
  const evil = {
    ...about,
    brand: { ...brand, name: '<b>"Shop"</b>\r\nBcc: x@example.com' },
    number: "<script>'1'</script>",
  };
  const mail = linkMail(voiceOf("en"), evil);
  expect(mail.html).not.toMatch(/<script|<b>/);
  expect(mail.subject).not.toMatch(/[\r\n]/);
});
