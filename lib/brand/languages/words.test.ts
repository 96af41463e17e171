import { expect, test, vi } from "vitest";
import { en } from "./en.ts";
import { type Locale, languages, locales } from "./registry.ts";
import { sentencesOf, slotsOf } from "./sentences.ts";
import { type SentenceKey, voiceOf } from "./voice.ts";

const english = sentencesOf(en.words);
const others = locales.filter((locale) => locale !== "en");
/** Words that are rightly the same as in English. */
const SAME: Partial<Record<Locale, readonly string[]>> = { de: ["address.name"] };

test.each(locales)("%s says all that English says, with the same facts in it, and nothing else", (locale) => {
  const facts = (words: object) =>
    [...sentencesOf(words)].map(([key, sentence]) => `${key} ${slotsOf(sentence).join(" ")}`).sort();
  expect(facts(languages[locale].words)).toEqual(facts(en.words));
});

test.each(others)("%s leaves no sentence in English", (locale) => {
  const isWords = (sentence: string) => /\p{L}/u.test(sentence.replaceAll(/\{\w+\}|<\/?\w+>/g, ""));
  const left = [...sentencesOf(languages[locale].words)]
    .filter(([key, sentence]) => sentence === english.get(key) && isWords(sentence))
    .map(([key]) => key)
    .filter((key) => !SAME[locale]?.includes(key));
  expect(left).toEqual([]);
});

test.each(locales)("%s counts in every form that its grammar has", (locale) => {
  const { pluralCategories } = new Intl.PluralRules(languages[locale].habits.intl).resolvedOptions();
  for (const [key, sentence] of sentencesOf(languages[locale].words)) {
    for (const forms of pluralsIn(sentence)) {
      expect([key, ...pluralCategories.filter((category) => !forms.includes(category))]).toEqual([key]);
    }
  }
});

test.each(locales)("%s has no quote that would hide a fact, and no typewriter quotes", (locale) => {
  const bad = [...sentencesOf(languages[locale].words)].filter(([, sentence]) => /'[{}<>#|]|"/.test(sentence));
  expect(bad).toEqual([]);
});

test.each(locales)(
  "%s: no mark stands after a day that is kept together, where it could begin the next line",
  (locale) => {
    const lone = [...sentencesOf(languages[locale].words)].filter(([, sentence]) => /<\/day>\s*[^\s<]/.test(sentence));
    expect(lone).toEqual([]);
  },
);

test.each(locales)("%s: every sentence can be said with any number and place, and shows its facts", (locale) => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const bad = [...sentencesOf(languages[locale].words)].flatMap(([key, sentence]) =>
    situationsOf(sentence).flatMap((situation) => {
      const said = saidWith(locale, key, { sentence, ...situation });
      const hidden =
        situation.at === "none" ? [] : plainFacts(sentence).filter((fact) => !said.includes(`Some ${fact}`));
      return said === key || /[{}<>]|undefined/.test(said) || hidden.length > 0 ? [[key, said, ...hidden]] : [];
    }),
  );
  expect(bad).toEqual([]);
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
});

test.each(locales)("%s: the steps of the way are short enough to stand in a row on a phone", (locale) => {
  const { trouble, done, current, later, label, ...steps } = languages[locale].words.progress;
  const longest = (text: string) => Math.max(...text.split(/[\s\u00ad\u200b]/).map((word) => word.length));
  expect(Object.values(steps).filter((step) => longest(step) > LONGEST_WORD || step.length > LONGEST_STEP)).toEqual([]);
});

const LONGEST_WORD = 13;
const LONGEST_STEP = 24;

function saidWith(locale: Locale, key: string, about: { sentence: string; count: number; at: string }): string {
  const counted = counts(about.sentence);
  const sample = (name: string) => {
    if (name === "at") return about.at;
    return counted.has(name) ? about.count : `Some ${name}`;
  };
  const values = slotsOf(about.sentence).map((slot) => {
    const name = slot.slice(1, -1);
    return [name, slot.startsWith("<") ? (words: string) => words : sample(name)] as const;
  });
  return voiceOf(locale).say.markup(key as SentenceKey, Object.fromEntries<Value>(values));
}

/** The numbers and choices that a sentence turns on. */
function situationsOf(sentence: string): readonly { readonly count: number; readonly at: string }[] {
  const numbers = counts(sentence).size > 0 ? [0, 1, 2, 3, 11, 100] : [1];
  const choices = slotsOf(sentence).includes("{at}") ? ["none", "some"] : ["some"];
  return numbers.flatMap((count) => choices.map((at) => ({ count, at })));
}

type Value = string | number | ((words: string) => string);

/** The facts that a sentence shows as they are. */
function plainFacts(sentence: string): readonly string[] {
  const counted = counts(sentence);
  const facts = slotsOf(sentence).filter((slot) => slot.startsWith("{"));
  return facts.map((slot) => slot.slice(1, -1)).filter((name) => name !== "at" && !counted.has(name));
}

/** The facts that a plural counts. */
function counts(sentence: string): ReadonlySet<string> {
  return new Set([...sentence.matchAll(/\{\s*(\w+)\s*,\s*plural/g)].flatMap(([, name]) => name ?? []));
}

/** The forms of each plural in a sentence: `one`, `other`. */
function pluralsIn(sentence: string): readonly (readonly string[])[] {
  return [...sentence.matchAll(/,\s*plural\s*,/g)].map((start) =>
    formsAt(sentence.slice(start.index + start[0].length)),
  );
}

function formsAt(text: string): readonly string[] {
  const forms: string[] = [];
  let depth = 0;
  for (const [piece, form] of text.matchAll(/(\w*)\s*\{|\}/g)) {
    if (piece !== "}" && depth === 0) forms.push(form ?? "");
    depth += piece === "}" ? -1 : 1;
    if (depth < 0) break;
  }
  return forms;
}
