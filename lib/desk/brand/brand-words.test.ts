import { expect, test } from "vitest";
import { publishableBrand } from "#lib/brand/brand-problems.ts";
import { changesBetween, isSameValue } from "#lib/brand/draft/draft-changes.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { deskVoice } from "#lib/desk/desk-voice.ts";
import { colourAdvice } from "./colour-advice.ts";
import { changesOfFields } from "./draft-fields.ts";
import { partProblems } from "./part-problems.ts";
import { partName, valueText } from "./told-changes.ts";

const brand: BrandTokens = { ...fallbackBrand, name: "Shop", accent: "#1f4d3a", light: {}, dark: {} };
const { say, tag } = deskVoice(["en"]);

test("each problem is told beside its part, in words that say what to do", () => {
  const wrong = {
    ...brand,
    name: "",
    storefrontUrl: "htt",
    supportEmail: "me",
    footerLinks: [{ label: "x".repeat(60), url: "javascript:1" }],
    logo: { kind: "monogram", text: "LONG" },
    words: { en: { "answer.arriving": "Here soon", "help.heading": "" } },
  };
  const read = publishableBrand(wrong);
  const told = read.ok ? [] : partProblems(read.error, wrong, say);
  expect(Object.fromEntries(told.map(({ path, text }) => [path, text]))).toEqual({
    name: "Please write something here.",
    storefrontUrl: "An address begins with https:// and has no blanks.",
    supportEmail: "That does not look like an email address.",
    "footerLinks.0.label": "That is too long: 40 signs are the most.",
    "footerLinks.0.url": "An address begins with https:// and has no blanks.",
    "logo.text": "That is too long: 3 signs are the most.",
  });
  const sound = { ...brand, words: wrong.words };
  const sentences = publishableBrand(sound);
  expect(sentences.ok ? [] : partProblems(sentences.error, sound, say)).toEqual([
    { path: "words/en/answer.arriving", text: expect.stringMatching(/^It lacks .*\{on\}/) },
    { path: "words/en/help.heading", text: "It is empty. Take it out to keep our own." },
  ]);
});

test("a colour that cannot be read is told with its contrast, what is shown, and what one click does", () => {
  const [advice] = colourAdvice({ ...brand, accent: "#f2c200" }, { say, tag });
  expect(advice?.text).toMatch(
    /^As text on your light paper, #f2c200 reaches only 1\.\d of 4\.5\. Links are shown in #/,
  );
  expect(advice?.fix).toBe(`Set it to ${advice?.shown}`);
});

test("a plain form changes what its fields say and nothing else", () => {
  const was: BrandTokens = { ...brand, footerLinks: [{ label: "A", labels: { de: "B" }, url: "https://a.example" }] };
  const fields = {
    part: "links",
    name: "Two",
    "mood/neutrals": "cool",
    radius: "3",
    storefrontUrl: "",
    "light/paper": "",
    "footerLinks/0/label": "C",
    "footerLinks/0/url": "https://a.example",
    "footerLinks/1/label": "",
    "footerLinks/1/url": "",
    locales: "1",
    "locales/de": "on",
    "words/en/help.heading": "Hello",
    nonsense: "x",
  };
  const changed = changesOfFields(fields, was).filter((change) => !isSameValue(change.was, change.is));
  expect(Object.fromEntries(changed.map(({ path, is }) => [path.join("/"), is]))).toEqual({
    name: "Two",
    "mood/neutrals": "cool",
    radius: 3,
    footerLinks: [{ label: "C", labels: { de: "B" }, url: "https://a.example" }],
    locales: ["en", "de"],
    "words/en/help.heading": "Hello",
  });
});

test("what is about to be published reads like a list of what changes", () => {
  const after: BrandTokens = {
    ...brand,
    accent: "#c2410c",
    type: "bookish",
    radius: 0,
    logo: { kind: "monogram", text: "S" },
    footerLinks: [{ label: "Returns", url: "https://a.example" }],
    dark: { paper: "#101010" },
    words: { de: { "help.heading": "Fragen?" } },
  };
  const told = changesBetween(brand, after).map(
    ({ path, was, is }) => `${partName(path, say)}: ${valueText(path, was, say)} > ${valueText(path, is, say)}`,
  );
  expect(told).toEqual([
    "Your colour: #1f4d3a > #c2410c",
    "Paper, dark: not set > #101010",
    "Type: The device's sans > Bookish",
    "Corners: 10 px > 0 px",
    "Logo: The name, in your type > “S”",
    "Links at the foot: no links > 1 link: Returns",
    "A sentence in Deutsch: not set > “Fragen?”",
  ]);
});
