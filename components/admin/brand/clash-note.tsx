"use client";

import { type BrandPath, pathText, valueAt } from "#lib/brand/draft/draft-changes.ts";
import { filled } from "#lib/desk/brand/filled.ts";
import type { FormWords } from "#lib/desk/brand/form-words.ts";
import { useEditor } from "./editor-context.tsx";

/** Beside a part that somebody else changed meanwhile: both are there, and one click takes either. */
export function ClashNote({ path }: { readonly path: BrandPath }) {
  const { state, decide, words } = useEditor();
  const clash = state.clashes.get(pathText(path));
  if (clash === undefined) return null;
  const facts = {
    who: clash.who,
    when: clash.when,
    theirs: shortly(valueAt(state.kept, path), words),
    mine: shortly(valueAt(state.form, path), words),
  };
  return (
    <div className="brand-clash" role="alert">
      <p>{filled(words.clash, facts)}</p>
      <p className="brand-clash-ways">
        <button type="button" className="button button-quiet" onClick={() => decide(path, "mine")}>
          {words.keepMine}
        </button>
        <button type="button" className="button button-quiet" onClick={() => decide(path, "theirs")}>
          {words.takeTheirs}
        </button>
      </p>
    </div>
  );
}

const MOST_SIGNS = 60;

function shortly(value: unknown, words: FormWords): string {
  if (value === undefined || value === null || value === "") return words.clashEmpty;
  if (typeof value !== "string" && typeof value !== "number") return words.clashOther;
  const text = String(value);
  return `“${text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text}”`;
}
