"use client";

import { filled } from "#lib/desk/brand/filled.ts";
import type { FormWords } from "#lib/desk/brand/form-words.ts";
import { useEditor } from "./editor-context.tsx";

export type HeadWords = Readonly<Record<"review" | "history" | "discard", string>>;

type EditorHeadProps = {
  readonly words: HeadWords;
  readonly formWords: FormWords;
  readonly base: string;
  /** Leads to what has to be decided first. */
  readonly onHeld: () => void;
};

/** How things stand, and what can be done with all of it. */
export function EditorHead({ words, formWords, base, onHeld }: EditorHeadProps) {
  const { state, tell } = useEditor();
  const { view, saving, others } = state;
  return (
    <div className="brand-head">
      <div className="brand-state">
        <p>{view.state}</p>
        <p className="brand-saving" role="status" data-saving={saving}>
          {view.isOpen || saving !== "saved" ? formWords[saving] : ""}
          {state.held.length > 0 ? ` · ${formWords.clashes}` : ""}
          {others === null ? "" : ` · ${filled(formWords.others, { who: others })}`}
        </p>
      </div>
      <div className="brand-ways">
        {view.isOpen && (
          <form
            method="post"
            action={`${base}/discard`}
            onSubmit={(event) => {
              event.preventDefault();
              const form = event.currentTarget;
              void tell().then(() => form.submit());
            }}
          >
            <button type="submit" className="brand-quiet">
              {words.discard}
            </button>
          </form>
        )}
        <a className="brand-quiet" href={`${base}/history`}>
          {words.history}
        </a>
        {view.isOpen && (
          <a
            className="button"
            href={`${base}/review`}
            onClick={(event) => {
              event.preventDefault();
              if (state.held.length > 0) return onHeld();
              const { href } = event.currentTarget;
              void tell().then(() => window.location.assign(href));
            }}
          >
            {words.review}
          </a>
        )}
      </div>
    </div>
  );
}
