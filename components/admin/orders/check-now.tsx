"use client";

import { useActionState } from "react";

type CheckNowProps = {
  /** Asks the carriers, and says what came of it in sentences. */
  readonly check: (before: readonly string[]) => Promise<readonly string[]>;
  readonly words: { readonly button: string; readonly checking: string };
};

/** Asks the carriers at once. */
export function CheckNow({ check, words }: CheckNowProps) {
  const [lines, ask, isAsking] = useActionState(check, []);
  return (
    <form action={ask} className="check-now">
      <button type="submit" className="button" aria-disabled={isAsking}>
        {isAsking ? words.checking : words.button}
      </button>
      <div role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  );
}
