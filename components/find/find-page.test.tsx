import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { type Locale, locales } from "#lib/brand/locale.ts";
import { FindPage } from "./find-page.tsx";
import type { LookUpProblem } from "./look-up-form.tsx";
import { SentPage } from "./sent-page.tsx";

const brand = { ...fallbackBrand, name: "Maison Alder" };
const frame = (locale: Locale) => ({ brand, slug: "maison-alder", voice: voiceOf(locale), nonce: "abc" });
const nothing = { number: "", email: "", postcode: "" };

const find = (problems: readonly LookUpProblem[] = [], typed = nothing, locale: Locale = "en") =>
  renderToStaticMarkup(<FindPage {...frame(locale)} language={null} typed={typed} problems={problems} />);
const inputOf = (html: string, id: string) => new RegExp(`<input id="${id}"[^>]*>`).exec(html)?.[0] ?? "";

test.each(locales)("in %s: the form and its answer lack no word", (locale) => {
  const sent = renderToStaticMarkup(<SentPage {...frame(locale)} findPath="/find/maison-alder" />);
  for (const html of [find(["number", "proof", "email", "postcode"], nothing, locale), sent])
    expect(html).not.toMatch(/\{\w+\}|>find\.|undefined/);
});

test("a plain form: every field has a label, is filled in by the browser, and is posted to a route", () => {
  const html = find();
  expect(html).toMatch(/<form [^>]*action="\/find\/maison-alder\/look" method="post"/);
  for (const [id, autocomplete] of [
    ["number", "off"],
    ["email", "email"],
    ["postcode", "postal-code"],
  ] as const) {
    expect(html).toContain(`<label class="field-label" for="${id}">`);
    expect(inputOf(html, id)).toContain(`autoComplete="${autocomplete}"`);
    expect(inputOf(html, id)).not.toContain("aria-invalid");
  }
});

test("what is wrong stands by its field and is read out with it; what was typed is still there", () => {
  const html = find(["email"], { ...nothing, number: "#1001", email: 'an"a' });
  expect(inputOf(html, "number")).toContain('value="#1001"');
  expect(inputOf(html, "email")).toContain('value="an&quot;a"');
  expect(inputOf(html, "email")).toContain('aria-invalid="true"');
  expect(inputOf(html, "email")).toContain('aria-describedby="email-error"');
  expect(html).toContain('<p id="email-error"');
  expect(inputOf(html, "postcode")).not.toContain("aria-invalid");
});

test("a missing proof is told to both fields that can give it", () => {
  const html = find(["proof"]);
  expect(html).toContain('<p id="proof-error"');
  for (const id of ["email", "postcode"]) {
    expect(inputOf(html, id)).toContain('aria-describedby="proof-error"');
    expect(inputOf(html, id)).toContain('aria-invalid="true"');
  }
});

test("a page asked for in another language goes on in it", () => {
  const html = renderToStaticMarkup(<FindPage {...frame("de")} language="de" typed={nothing} problems={[]} />);
  expect(html).toContain('<input type="hidden" name="lang" value="de"/>');
});

test("no inline style stands in it", () => {
  expect(find(["number", "proof"])).not.toContain("style=");
});
