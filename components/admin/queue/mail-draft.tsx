"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { TextArea } from "#components/ui/text-area.tsx";

type MailDraftProps = {
  readonly words: {
    readonly text: string;
    readonly preview: string;
    readonly subject: string;
    readonly button: string;
  };
  readonly mail: {
    readonly hint: string;
    readonly subject: string;
    readonly shop: string;
    readonly seeOrder: string;
    readonly language: { readonly tag: string; readonly direction: "ltr" | "rtl" };
  };
  readonly typed: string;
};

const LONGEST = 4_000;

/** A mail as it is written, and beside it as the shopper gets it. */
export function MailDraft({ words, mail, typed }: MailDraftProps) {
  const [text, setText] = useState(typed);
  const { tag, direction } = mail.language;
  const area = useRef<HTMLTextAreaElement>(null);
  // What was typed before the script ran stands in the field, and would be lost with the next drawing.
  useLayoutEffect(() => setText(area.current?.value ?? ""), []);
  return (
    <>
      <TextArea
        ref={area}
        id="text"
        name="text"
        label={words.text}
        hint={mail.hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={6}
        maxLength={LONGEST}
        dir="auto"
        required
      />
      {text.trim() !== "" && (
        <section className="draft" aria-label={words.preview}>
          <p className="draft-subject">
            <span>{words.subject}</span> <strong lang={tag}>{mail.subject}</strong>
          </p>
          <div className="draft-mail" lang={tag} dir={direction}>
            <p className="draft-shop">{mail.shop}</p>
            {text
              .trim()
              .split(/\n{2,}/)
              .map((part, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing else, and the last one is what changes.
                <p key={nth} className="draft-words" dir="auto">
                  {part}
                </p>
              ))}
            <p className="draft-button">{mail.seeOrder}</p>
          </div>
        </section>
      )}
      <div className="do-buttons">
        <button type="submit" className="button">
          {words.button}
        </button>
      </div>
    </>
  );
}
