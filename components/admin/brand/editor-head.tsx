"use client";

import { type FormWords, filled } from "#lib/desk/brand/form-words.ts";
import { useEditor } from "./editor-context.tsx";

export type HeadWords = Readonly<Record<"review" | "history" | "discard", string>>;

type EditorHeadProps = { readonly words: HeadWords; readonly formWords: FormWords; readonly base: string };

/** How things stand, and what can be done with all of it. */
export function EditorHead({ words, formWords, base }: EditorHeadProps) {
  const { state, tell } = useEditor();
  const { view, saving, others } = state;
  return (
    <div className="brand-head">
      <div className="brand-state">
        <p>{view.state.join(" ")}</p>
        <p className="brand-saving" role="status" data-saving={saving}>
          {view.isOpen || saving !== "saved" ? formWords[saving] : ""}
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
