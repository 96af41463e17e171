"use client";

import { useState } from "react";
import { ScriptButton } from "./script-button.tsx";

type CopyButtonProps = { readonly text: string; readonly label: string; readonly done: string };

/** Copies a text and says so for as long as it is the last thing copied here. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <ScriptButton
      onBlur={() => setCopied(false)}
      onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{isCopied ? done : label}</span>
    </ScriptButton>
  );
}
