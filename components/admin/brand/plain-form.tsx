"use client";

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { type BrandPath, isSameValue, pathText, valueAt } from "#lib/brand/draft/draft-changes.ts";
import { changesOfFields } from "#lib/desk/brand/draft-fields.ts";
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
  const form = useTypedEarly();
  const was = Object.fromEntries(about.map((path) => [pathText(path), valueAt(state.kept, path) ?? null]));
  return (
    <form
      ref={form}
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

/** Takes over what was typed before the script ran: the fields hold it still, and would lose it with the next drawing. */
function useTypedEarly(): RefObject<HTMLFormElement | null> {
  const place = useRef<HTMLFormElement>(null);
  const { form, set } = useEditor();
  const first = useRef({ form, set });
  useLayoutEffect(() => {
    if (place.current === null) return;
    const { form, set } = first.current;
    const texts = [...new FormData(place.current)].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    for (const { path, was, is } of changesOfFields(Object.fromEntries(texts), form))
      if (!isSameValue(was, is)) set(path, is);
  }, []);
  return place;
}
