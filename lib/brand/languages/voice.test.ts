import { expect, test } from "vitest";
import { en } from "./en.ts";
import { languages } from "./registry.ts";
import { type Overrides, voiceOf } from "./voice.ts";

const plain = (words: string) => words;

test("a voice speaks its language, with its facts in place", () => {
  expect(voiceOf("en").say("quiet.handedOver", { carrier: "UPS", day: "Tuesday" })).toBe("Handed to UPS on Tuesday.");
  expect(voiceOf("zh-Hant-TW").say("quiet.handedOver", { carrier: "中華郵政", day: "11月4日（三）" })).toBe(
    "11月4日（三）已交給中華郵政。",
  );
});

test("a merchant's own sentence replaces ours, in text and in type, and only in its language", () => {
  const overrides: Overrides = {
    en: { "quiet.noDate": "We hear soon.", "answer.arriving": "See you <date><day>{on}</day></date>" },
  };
  const { say } = voiceOf("en", overrides);
  expect(say("quiet.noDate")).toBe("We hear soon.");
  expect(say.markup("answer.arriving", { on: "Friday", date: plain, day: plain })).toBe("See you Friday");
  expect(say("quiet.cancelled")).toBe(en.words.quiet.cancelled);
  expect(voiceOf("de", overrides).say("quiet.noDate")).toBe(languages.de.words.quiet.noDate);
});

test("the words of one shop never become those of another, or ours", () => {
  const noDate = (overrides?: Overrides) => voiceOf("en", overrides).say("quiet.noDate");
  const told = [noDate({ en: { "quiet.noDate": "First." } }), noDate({ en: { "quiet.noDate": "Second." } }), noDate()];
  expect(told).toEqual(["First.", "Second.", "The carrier has not told us a day yet."]);
  expect(en.words.quiet.noDate).toBe("The carrier has not told us a day yet.");
});

test.each([
  ["that lacks the day", "We promised something."],
  ["with a fact that we do not have", "We promised {was} to {customer}."],
  ["with broken braces", "We promised {was."],
  ["that hides its day in a quote", "We promised '{was}'."],
])("in place of a sentence %s ours stays", (_, sentence) => {
  const voice = voiceOf("en", { en: { "quiet.promised": sentence } });
  expect(voice.say("quiet.promised", { was: "Friday" })).toBe("We promised Friday.");
});

test.each(["__proto__", "__proto__.polluted", "constructor.prototype.polluted", "answer.__proto__.polluted"])(
  "a merchant's sentence named %s touches nothing",
  (key) => {
    const voice = voiceOf("en", { en: JSON.parse(`{${JSON.stringify(key)}: "polluted"}`) });
    expect(voice.say("quiet.noDate")).toBe(en.words.quiet.noDate);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  },
);

test("a merchant's sentence is words, never markup of the page", () => {
  const { say } = voiceOf("en", { en: { "quiet.noDate": "<script>alert(1)</script>" } });
  expect(say("quiet.noDate")).toBe(en.words.quiet.noDate);
});

test("more shops than are remembered still get their own words", () => {
  const said = Array.from({ length: 300 }, (_, shop) =>
    voiceOf("en", { en: { "quiet.noDate": `Shop ${shop}.` } }).say("quiet.noDate"),
  );
  expect([said[0], said[299]]).toEqual(["Shop 0.", "Shop 299."]);
  expect(voiceOf("en", { en: { "quiet.noDate": "Shop 0." } }).say("quiet.noDate")).toBe("Shop 0.");
});
