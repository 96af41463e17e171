"use client";

/** Puts the page on paper. Without script the browser's own menu does. */
export function PrintButton({ text }: { readonly text: string }) {
  return (
    <button type="button" className="button button-quiet" onClick={() => window.print()}>
      {text}
    </button>
  );
}
