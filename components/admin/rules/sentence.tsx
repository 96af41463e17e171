import { Fragment, type ReactNode } from "react";
import type { DeskKey, DeskSay } from "#lib/desk/desk-voice.ts";

type SentenceProps = {
  readonly say: DeskSay;
  /** Its words have a place for each slot. */
  readonly words: DeskKey;
  readonly slots: Readonly<Record<string, ReactNode>>;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly children?: ReactNode;
};

/** No word has it. */
const MARK = "\u{E000}";

/** A sentence with fields in it, in the order of its language. Below it what is wrong with them. */
export function Sentence({ say, words, slots, values = {}, children }: SentenceProps) {
  const places = Object.fromEntries(Object.keys(slots).map((name) => [name, `${MARK}${name}${MARK}`]));
  const parts = say(words, { ...values, ...places }).split(MARK);
  return (
    <div className="sentence">
      <p className="sentence-line">
        {parts.map((part, at) => (
          // The words stand still: their place is what they are known by.
          <Fragment key={String(at)}>{at % 2 === 1 ? slots[part] : <span>{part}</span>}</Fragment>
        ))}
      </p>
      {children}
    </div>
  );
}
