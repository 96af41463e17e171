"use client";

import { useEffect, useState } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Locale } from "#lib/brand/locale.ts";
import type { OurSentence } from "#lib/desk/brand/draft-view.ts";
import { filled } from "#lib/desk/brand/filled.ts";
import { useEditor } from "./editor-context.tsx";
import { SentenceRow } from "./sentence-row.tsx";

export type WordsPartProps = {
  /** The language of these sentences; another one is read when it is chosen. */
  readonly first: { readonly locale: Locale; readonly sentences: readonly OurSentence[]; readonly find: string };
  readonly read: (locale: Locale) => Promise<readonly OurSentence[]>;
  /** What the page beside the form says. */
  readonly said: ReadonlySet<string>;
  /** The preview follows the language. */
  readonly onLanguage: (locale: Locale) => void;
};

const WHICH = ["here", "own", "all"] as const;
type Which = (typeof WHICH)[number];
/** More than these at once nobody reads: words find the rest. */
const MOST_ROWS = 60;

/** Every sentence of the page in the shop's own words, language by language. */
export function WordsPart({ first, read, said, onLanguage }: WordsPartProps) {
  const { words, languages, form } = useEditor();
  const [locale, setLocale] = useState(first.locale);
  const [which, setWhich] = useState<Which>("here");
  const [find, setFind] = useState(first.find);
  const sentences = useSentences(first, read, locale);
  const own = form.words?.[locale] ?? {};
  const found = sentences.filter((sentence) => isWanted(sentence, { which, find, said, own }));
  const names = { here: words.wordsHere, own: words.wordsOwn, all: words.wordsAll };
  return (
    <div className="brand-words">
      <p className="field-hint">{words.wordsLead}</p>
      <form className="brand-form" method="get" onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="part" value="words" />
        <div className="brand-words-filters">
          <Choice
            id="brand-words-language"
            name="words"
            label={words.wordsLanguage}
            options={languages.map((language) => ({ value: language.locale, text: language.name }))}
            value={locale}
            onChange={({ target }) => {
              const chosen = languages.find((language) => language.locale === target.value)?.locale ?? locale;
              setLocale(chosen);
              onLanguage(chosen);
            }}
          />
          <Choice
            id="brand-words-which"
            label={words.wordsWhich}
            options={WHICH.map((value) => ({ value, text: names[value] }))}
            value={which}
            onChange={({ target }) => setWhich(WHICH.find((value) => value === target.value) ?? "all")}
          />
        </div>
        <Field
          id="brand-words-find"
          name="find"
          type="search"
          label={words.wordsFind}
          autoComplete="off"
          value={find}
          onChange={({ target }) => setFind(target.value)}
        />
      </form>
      <ul className="brand-sentences">
        {found.slice(0, MOST_ROWS).map((sentence) => (
          <SentenceRow key={`${locale} ${sentence.key}`} sentence={sentence} locale={locale} />
        ))}
      </ul>
      {found.length === 0 && <p className="field-hint">{which === "own" ? words.wordsNoOwn : words.wordsNone}</p>}
      {found.length > MOST_ROWS && (
        <p className="field-hint">{filled(words.wordsMore, { count: found.length - MOST_ROWS })}</p>
      )}
    </div>
  );
}

type Filter = {
  readonly which: Which;
  readonly find: string;
  readonly said: ReadonlySet<string>;
  readonly own: Readonly<Record<string, string>>;
};

function isWanted({ key, text }: OurSentence, { which, find, said, own }: Filter): boolean {
  // Before the preview has told what it says, nothing is hidden.
  if (which === "here" && said.size > 0 && !said.has(key)) return false;
  if (which === "own" && own[key] === undefined) return false;
  const wanted = find.trim().toLowerCase();
  return wanted === "" || `${text} ${own[key] ?? ""}`.toLowerCase().includes(wanted);
}

function useSentences(first: WordsPartProps["first"], read: WordsPartProps["read"], locale: Locale) {
  const [known, setKnown] = useState<ReadonlyMap<Locale, readonly OurSentence[]>>(
    new Map(first.sentences.length === 0 ? [] : [[first.locale, first.sentences]]),
  );
  const isKnown = known.has(locale);
  useEffect(() => {
    if (isKnown) return;
    let isGone = false;
    read(locale).then(
      (sentences) => {
        if (!isGone) setKnown((others) => new Map([...others, [locale, sentences]]));
      },
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [isKnown, locale, read]);
  return known.get(locale) ?? [];
}
