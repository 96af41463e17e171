"use client";

import { useEffect, useState } from "react";
import { ScriptButton } from "#components/ui/script-button.tsx";

type CopyFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly words: { readonly copy: string; readonly copied: string };
};

const SAID_MS = 2_500;

/** Something to take elsewhere: it can be selected, and with script copied by a button. */
export function CopyField({ id, label, value, words }: CopyFieldProps) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => void navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="copy">
        <input id={id} className="input" readOnly value={value} dir="ltr" onFocus={(event) => event.target.select()} />
        <ScriptButton onClick={copy} aria-describedby={id}>
          {isCopied ? words.copied : words.copy}
        </ScriptButton>
      </div>
    </div>
  );
}
