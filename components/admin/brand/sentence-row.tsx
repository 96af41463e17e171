"use client";

import { useId, useRef, useState } from "react";
import type { Locale } from "#lib/brand/locale.ts";
import type { OurSentence } from "#lib/desk/brand/draft-view.ts";
import { ClashNote } from "./clash-note.tsx";
import { useEditor } from "./editor-context.tsx";
import { PlainForm } from "./plain-form.tsx";

type SentenceRowProps = { readonly sentence: OurSentence; readonly locale: Locale };

/** One sentence: ours, and beside it the shop's own with what is wrong with it. */
export function SentenceRow({ sentence, locale }: SentenceRowProps) {
  const { form, words } = useEditor();
  const { key, text } = sentence;
  const path = ["words", locale, key];
  const own = form.words?.[locale]?.[key];
  const [isOpen, setOpen] = useState(own !== undefined);
  return (
    <li className="brand-sentence">
      <p className="brand-sentence-ours" lang={locale} dir="auto">
        {text}
      </p>
      {own === undefined && !isOpen && (
        <button type="button" className="brand-quiet" onClick={() => setOpen(true)}>
          {words.ownAdd}
        </button>
      )}
      {(own !== undefined || isOpen) && (
        <OwnSentence sentence={sentence} locale={locale} own={own ?? text} onRemoved={() => setOpen(false)} />
      )}
      {own === undefined && !isOpen && (
        <noscript>
          <OwnSentence sentence={sentence} locale={locale} own="" onRemoved={() => {}} />
        </noscript>
      )}
      {own === undefined && !isOpen && <ClashNote path={path} />}
    </li>
  );
}

type OwnProps = SentenceRowProps & { readonly own: string; readonly onRemoved: () => void };

function OwnSentence({ sentence: { key, text, slots }, locale, own, onRemoved }: OwnProps) {
  const { set, words, problemAt } = useEditor();
  const path = ["words", locale, key];
  // What says the same as ours is ours.
  const say = (next: string) => set(path, next === text ? undefined : next);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const problem = own === "" ? null : problemAt(path.join("/"));
  const insert = (slot: string) => {
    const field = area.current;
    const at = field?.selectionEnd ?? own.length;
    const mark = slot.startsWith("<") ? `${slot}</${slot.slice(1)}` : slot;
    say(`${own.slice(0, at)}${mark}${own.slice(at)}`);
    field?.focus();
  };
  return (
    <PlainForm part="words" about={[path]}>
      <label className="sr-only" htmlFor={id}>
        {words.own}
      </label>
      <textarea
        ref={area}
        id={id}
        className="input brand-sentence-own"
        name={path.join("/")}
        lang={locale}
        dir="auto"
        rows={2}
        maxLength={2_000}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : `${id}-error`}
        value={own}
        onChange={({ target }) => say(target.value)}
      />
      {problem !== null && (
        <p id={`${id}-error`} className="field-error">
          {problem}
        </p>
      )}
      <div className="brand-sentence-ways">
        {slots.length > 0 && (
          <ul className="brand-slots" aria-label={words.facts}>
            {slots.map((slot) => (
              <li key={slot}>
                <button type="button" className="brand-slot" onClick={() => insert(slot)}>
                  {slot}
                </button>
              </li>
            ))}
          </ul>
        )}
        <button
          type="button"
          className="brand-quiet"
          onClick={() => {
            set(path, undefined);
            onRemoved();
          }}
        >
          {words.ownRemove}
        </button>
      </div>
      <ClashNote path={path} />
    </PlainForm>
  );
}
