import { expect, test } from "vitest";
import { languages } from "#lib/brand/languages/registry.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import { nextLook } from "./next-look.ts";
import { outOfReachPage } from "./out-of-reach-page.ts";

const page = (query: string, locale: (typeof locales)[number] = "en") =>
  outOfReachPage({ voice: voiceOf(locale), nonce: "abc", look: nextLook(new URLSearchParams(query)) });

test.each(locales)("in %s: a whole page with its own title, one heading, no script and no missing word", (locale) => {
  const html = page("order=%231&sig=ab", locale);
  const heading = /<h1>(.+?)<\/h1>/.exec(html)?.[1];
  expect(html).toContain(`<html lang="${locale}" dir="${languages[locale].direction}">`);
  expect(html).toContain(`<title>${heading}</title>`);
  expect(html).not.toMatch(/<script|\{\w+\}|outOfReach|lookAgain|undefined/);
});

test("it looks again at the very address, and after the last look leaves a link to it", () => {
  expect(page("order=%231&sig=ab")).toContain('content="10;url=?order=%231&amp;sig=ab&amp;try=1"');
  const last = page("order=%231&sig=ab&try=30");
  expect(last).not.toContain("http-equiv");
  expect(last).toContain('<a href="?order=%231&amp;sig=ab">Look again</a>');
});

test("nothing that stands in the address becomes markup", () => {
  for (const evil of ['"><script>alert(1)</script>', "';alert(1)//", "<b>"])
    expect(page(new URLSearchParams({ order: evil, [evil]: evil }).toString())).not.toMatch(/<script|<b>|';/);
});
