"use client";

import { useState } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ScriptButton } from "#components/ui/script-button.tsx";

type RawWordsProps = {
  /** Where the file is. */
  readonly href: string;
  readonly words: {
    readonly show: string;
    readonly hide: string;
    readonly file: string;
    readonly copy: string;
    readonly copied: string;
    readonly trouble: string;
  };
};

/** What carriers sent, word for word: a file, or opened here. It is fetched when somebody asks for it. */
export function RawWords({ href, words }: RawWordsProps) {
  const [text, setText] = useState<string | null>(null);
  const [isTrouble, setTrouble] = useState(false);
  const show = async () => {
    setTrouble(false);
    const response = await fetch(href).catch(() => null);
    if (response?.ok === true) setText(await response.text());
    else setTrouble(true);
  };
  return (
    <>
      <p className="order-actions">
        <ScriptButton onClick={() => (text === null ? void show() : setText(null))}>
          {text === null ? words.show : words.hide}
        </ScriptButton>
        {text !== null && <CopyButton text={text} label={words.copy} done={words.copied} />}
        <a className="quiet-link" href={href} download>
          {words.file}
        </a>
      </p>
      {isTrouble && <p role="alert">{words.trouble}</p>}
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard too
        <pre className="raw" dir="ltr" tabIndex={0}>
          {text}
        </pre>
      )}
    </>
  );
}
