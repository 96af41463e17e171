"use client";

import { ScriptButton } from "#components/ui/script-button.tsx";

/** Puts the page on paper. Without script the browser's own menu does. */
export function PrintButton({ text }: { readonly text: string }) {
  return <ScriptButton onClick={() => window.print()}>{text}</ScriptButton>;
}
