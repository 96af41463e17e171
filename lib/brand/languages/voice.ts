import { IntlMessageFormat } from "intl-messageformat";
import { createTranslator } from "use-intl/core";
import type { Words } from "./en.ts";
import { isolated } from "./isolated.ts";
import type { Language } from "./language.ts";
import { type Locale, languages } from "./registry.ts";
import { type Sentences, sentencesIn } from "./sentences.ts";

type Translator = ReturnType<typeof translatorOf>;
/** The name of a sentence: `answer.arriving`. */
export type SentenceKey = Parameters<Translator>[0];
/** What `rich` gives: text with the elements of whoever renders it. */
type Rich = ReturnType<Translator["rich"]>;
type Values = Readonly<Record<string, string | number>>;
type Chunks = Readonly<Record<string, string | number | ((words: Rich) => Rich)>>;
type TextChunks = Readonly<Record<string, string | number | ((words: string) => string)>>;

/** Says a sentence by its name. Texts within it never turn its direction. */
export type Say = {
  (key: SentenceKey, values?: Values): string;
  readonly rich: (key: SentenceKey, values: Chunks) => Rich;
  readonly markup: (key: SentenceKey, values: TextChunks) => string;
};

/** One language as one shop speaks it. */
export type Voice = { readonly locale: Locale; readonly language: Language; readonly say: Say };

/** Sentences in a merchant's own words, by name and language. */
export type Overrides = Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;

/** A translator reads each sentence once and remembers it. Shops' own words are few, and the newest are asked for most. */
const VOICES = new Map<string, Voice>();
const MOST_VOICES = 256;

/** The voice of a language, with a merchant's own sentences where they are sound; one that is not is left out. */
export function voiceOf(locale: Locale, overrides?: Overrides): Voice {
  const own = overrides?.[locale];
  const key = own === undefined ? locale : `${locale} ${JSON.stringify(own)}`;
  const known = VOICES.get(key);
  if (known !== undefined) return known;
  const language = languages[locale];
  const voice = voiceIn(locale, language, own === undefined ? language.words : withOwn(language.words, own));
  const [oldest] = VOICES.keys();
  if (VOICES.size >= MOST_VOICES && oldest !== undefined) VOICES.delete(oldest);
  VOICES.set(key, voice);
  return voice;
}

/** A voice that speaks these words. `voiceOf` is what pages use. */
export function voiceIn(locale: Locale, language: Language, words: Words): Voice {
  const { direction, habits } = language;
  const translator = translatorOf(habits.intl, words);
  const plain = remembering((key: SentenceKey) => translator(key));
  // The translator would look its reading of a sentence up by the whole text of it, each time.
  const read = remembering((key: SentenceKey) => new IntlMessageFormat(String(translator.raw(key)), habits.intl));
  const say = (key: SentenceKey, values?: Values) =>
    values === undefined ? plain(key) : String(read(key).format(safe(values, direction)));
  return {
    locale,
    language,
    say: Object.assign(say, {
      rich: (key: SentenceKey, values: Chunks) => translator.rich(key, safe(values, direction)),
      markup: (key: SentenceKey, values: TextChunks) => translator.markup(key, safe(values, direction)),
    }),
  };
}

/** What `make` made of a sentence's name the first time. */
function remembering<T>(make: (key: SentenceKey) => T): (key: SentenceKey) => T {
  const made = new Map<SentenceKey, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

/** Texts that stay on their own in a sentence; the rest as it is. */
function safe<V>(values: Readonly<Record<string, V>>, direction: Language["direction"]): Record<string, V | string> {
  const isolates: Record<string, V | string> = {};
  for (const [name, value] of Object.entries(values))
    isolates[name] = typeof value === "string" ? isolated(value, direction) : value;
  return isolates;
}

function translatorOf(locale: string, messages: Words) {
  return createTranslator({ locale, messages, timeZone: "UTC" });
}

function withOwn(words: Words, own: Readonly<Record<string, string>>): Words {
  const merged = structuredClone(words);
  const sound: Sentences = sentencesIn(own, words);
  for (const [key, sentence] of sound) place(merged, key.split("."), sentence);
  return merged;
}

function place(node: object, [name = "", ...rest]: readonly string[], sentence: string): void {
  const child: unknown = Reflect.get(node, name);
  if (rest.length === 0) Reflect.set(node, name, sentence);
  else if (typeof child === "object" && child !== null) place(child, rest, sentence);
}
