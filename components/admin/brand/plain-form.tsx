"use client";

import type { ReactNode } from "react";
import { type BrandPath, pathText, valueAt } from "#lib/brand/draft/draft-changes.ts";
import { useEditor } from "./editor-context.tsx";

type PlainFormProps = {
  readonly part: string;
  /** The parts that its fields show. */
  readonly about: readonly BrandPath[];
  readonly children: ReactNode;
};

/** A group of fields. They are told as they change; without JavaScript a button posts them, with what they showed before. */
export function PlainForm({ part, about, children }: PlainFormProps) {
  const { base, words, tell, state } = useEditor();
  const was = Object.fromEntries(about.map((path) => [pathText(path), valueAt(state.kept, path) ?? null]));
  return (
    <form
      className="brand-form"
      method="post"
      action={`${base}/save`}
      onSubmit={(event) => {
        event.preventDefault();
        void tell();
      }}
    >
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="was" value={JSON.stringify(was)} />
      {children}
      <noscript>
        <button type="submit" className="button">
          {words.save}
        </button>
      </noscript>
    </form>
  );
}
