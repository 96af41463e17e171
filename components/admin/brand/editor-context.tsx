"use client";

import { createContext, useContext } from "react";
import { type BrandPath, pathText } from "#lib/brand/draft/draft-changes.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { ColourAdvice } from "#lib/desk/brand/draft-view.ts";
import type { FormWords } from "#lib/desk/brand/form-words.ts";
import type { EditorState } from "./draft-store.ts";

/** What every part of the editor works with. */
export type Editor = {
  readonly words: FormWords;
  readonly state: EditorState;
  readonly form: BrandTokens;
  readonly set: (path: BrandPath, is: unknown) => void;
  readonly decide: (path: BrandPath, take: "mine" | "theirs") => void;
  /** Tells what was typed, before something leaves the page. */
  readonly tell: () => Promise<void>;
  /** What is wrong with a part; `path` as problems name it. */
  readonly problemAt: (path: string) => string | null;
  /** Where the forms of the brand are posted to. */
  readonly base: string;
  readonly slug: string;
  readonly languages: readonly { readonly locale: BrandTokens["locale"]; readonly name: string }[];
};

const Context = createContext<Editor | null>(null);
export const EditorProvider = Context.Provider;

/** The editor around this part. */
export function useEditor(): Editor {
  const editor = useContext(Context);
  if (editor === null) throw new Error("A part of the editor stands outside of it");
  return editor;
}

/** The advice on one colour. */
export function adviceAt({ state }: Editor, path: BrandPath): readonly ColourAdvice[] {
  return state.view.advice.filter((advice) => pathText(advice.path) === pathText(path));
}
