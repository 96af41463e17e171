import { createTranslator } from "use-intl/core";
import type { Words } from "./en.ts";

/** Sentences by their names. */
export type Sentences = ReadonlyMap<string, string>;

/** What is wrong with one of a merchant's own sentences. */
export type SentenceProblem = { readonly key: string; readonly problem: string };

/** The same for those who tell it in other words. `quoted`: an apostrophe may hide what is lacking. */
export type SentenceFault =
  | { readonly kind: "unknown_name" | "empty" | "unreadable" }
  | { readonly kind: "lacks"; readonly slots: readonly string[]; readonly quoted: boolean }
  | { readonly kind: "not_known" | "never_shows"; readonly slots: readonly string[] };

/** Every sentence of a language by its name: `answer.arriving`. */
export function sentencesOf(words: object, path = ""): Sentences {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[`${path}${key}`, value]] : [...sentencesOf(value, `${path}${key}.`)],
    ),
  );
}

/**
 * The facts and marks in a sentence, in the order of the alphabet: `{on}`, `<date>`. Braces within a choice hold words, not
 * facts; what an apostrophe quotes is only text.
 */
export function slotsOf(sentence: string): readonly string[] {
  const slots = new Set<string>();
  let depth = 0;
  for (const [piece, name, mark] of withoutQuotes(sentence).matchAll(/\{\s*([^\s,{}<>]*)|\}|(<\w+>)/g)) {
    if (mark !== undefined) slots.add(mark);
    if (name !== undefined && depth % 2 === 0) slots.add(`{${name}}`);
    if (mark === undefined) depth = Math.max(0, depth + (piece === "}" ? -1 : 1));
  }
  return [...slots].sort();
}

/** Those of a merchant's own sentences that are sound. */
export function sentencesIn(own: Readonly<Record<string, string>>, words: Words): Sentences {
  const refused = new Set(sentenceProblems(own, words).map(({ key }) => key));
  return new Map(Object.entries(own).filter(([key]) => !refused.has(key)));
}

/**
 * What is wrong with a merchant's own sentences: a name that we do not have, a fact that is missing or that we cannot give,
 * or a form that cannot be read. A date may not be worded away (product rule 3), so every fact of ours has to stay.
 */
export function sentenceProblems(own: Readonly<Record<string, string>>, words: Words): readonly SentenceProblem[] {
  const ours = sentencesOf(words);
  return Object.entries(own).flatMap(([key, sentence]) => {
    const problem = problemOf(sentence, ours.get(key));
    return problem === null ? [] : [{ key, problem }];
  });
}

/** What is wrong with a sentence that stands in place of `ours`; null where it can be said. */
export function sentenceFault(sentence: string, ours: string | undefined): SentenceFault | null {
  if (ours === undefined) return { kind: "unknown_name" };
  if (sentence.trim() === "") return { kind: "empty" };
  const needed = slotsOf(ours);
  const given = slotsOf(sentence);
  const missing = needed.filter((slot) => !given.includes(slot));
  const unknown = given.filter((slot) => !needed.includes(slot));
  if (missing.length > 0) return { kind: "lacks", slots: missing, quoted: hasQuote(sentence) };
  if (unknown.length > 0) return { kind: "not_known", slots: unknown };
  const shown = factsShown(sentence, needed);
  if (shown === null) return { kind: "unreadable" };
  const hidden = factsShown(ours, needed)?.filter((slot) => !shown.includes(slot)) ?? [];
  return hidden.length > 0 ? { kind: "never_shows", slots: hidden } : null;
}

function problemOf(sentence: string, ours: string | undefined): string | null {
  const fault = sentenceFault(sentence, ours);
  switch (fault?.kind) {
    case undefined:
      return null;
    case "unknown_name":
      return "there is no sentence of this name";
    case "empty":
      return "it is empty; leave it out to keep our own";
    case "lacks":
      return `it lacks ${fault.slots.join(", ")}${fault.quoted ? QUOTE_HINT : ""}`;
    case "not_known":
      return `nothing is known for ${fault.slots.join(", ")}`;
    case "unreadable":
      return "its braces or marks do not match";
    case "never_shows":
      return `it never shows ${fault.slots.join(", ")}`;
  }
}

/** ICU MessageFormat: two apostrophes are one, and one right before a brace or mark begins a quote. */
function withoutQuotes(sentence: string): string {
  return sentence.replaceAll("''", "").replaceAll(/'[{}<>][^']*'?/g, "");
}

const QUOTE_HINT = "; an apostrophe right before { or < hides what follows, so write two of them";

function hasQuote(sentence: string): boolean {
  return /'[{<]/.test(sentence.replaceAll("''", ""));
}

/**
 * The facts whose values appear in what a sentence becomes; null when it cannot be read. Every value is a number, since those
 * fit everywhere: a plural wants one, and a choice takes its `other`.
 */
function factsShown(sentence: string, slots: readonly string[]): readonly string[] | null {
  let isSound = true;
  const onError = () => {
    isSound = false;
  };
  const translator = createTranslator({ locale: "en", messages: { sentence }, timeZone: "UTC", onError });
  const facts = slots.filter((slot) => slot.startsWith("{"));
  const marks = slots.filter((slot) => slot.startsWith("<"));
  const values = facts.map((slot, at) => [slot.slice(1, -1), FIRST_SAMPLE + at] as const);
  const wrapped = marks.map((mark) => [mark.slice(1, -1), (words: string) => words] as const);
  const text = translator.markup("sentence", Object.fromEntries<Sample>([...values, ...wrapped]));
  return isSound && !/[{}]/.test(text) ? facts.filter((_, at) => text.includes(String(FIRST_SAMPLE + at))) : null;
}

type Sample = number | ((words: string) => string);
/** Three digits that no sentence has by itself, with no mark between them in any plural. */
const FIRST_SAMPLE = 731;
