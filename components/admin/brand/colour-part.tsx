"use client";

import { useState } from "react";
import { isColour } from "#lib/brand/colour.ts";
import { type BrandPath, pathText } from "#lib/brand/draft/draft-changes.ts";
import { filled } from "#lib/desk/brand/filled.ts";
import { ClashNote } from "./clash-note.tsx";
import { adviceAt, useEditor } from "./editor-context.tsx";

type ColourPartProps = {
  readonly path: BrandPath;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is shown where nothing is set; null where something has to be. */
  readonly derived: string | null;
};

/** A colour: picked, or typed. One that cannot be read yet stays in its field and is not told. */
export function ColourPart({ path, label, hint, value, derived }: ColourPartProps) {
  const { set, words } = useEditor();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const isWrong = typed !== null && typed !== "" && !isColour(typed.trim());
  const id = `brand-${path.join("-")}`;
  const about = hint === undefined ? undefined : `${id}-hint`;
  const type = (next: string) => {
    const colour = next.trim();
    setTyped(next);
    if (isColour(colour)) set(path, colour);
    else if (colour === "" && derived !== null) set(path, undefined);
  };
  return (
    <div className="brand-field brand-colour">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <div className="brand-colour-row">
        <input
          type="color"
          className="brand-swatch-input"
          aria-label={filled(words.pick, { name: label })}
          value={hexNow(text, derived)}
          onChange={({ target }) => {
            setTyped(null);
            set(path, target.value);
          }}
        />
        <input
          id={id}
          className="input"
          name={pathText(path)}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          placeholder={derived === null ? undefined : `${words.derived} ${derived}`}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? `${id}-error` : about}
          value={text}
          onChange={({ target }) => type(target.value)}
          onBlur={() => {
            if (!isWrong) setTyped(null);
          }}
        />
        {derived !== null && value !== "" && (
          <button
            type="button"
            className="brand-quiet"
            onClick={() => {
              setTyped(null);
              set(path, undefined);
            }}
          >
            {words.follow}
          </button>
        )}
      </div>
      {isWrong && (
        <p id={`${id}-error`} className="field-error">
          {words.badColour}
        </p>
      )}
      <Advice path={path} onTaken={() => setTyped(null)} />
      <ClashNote path={path} />
    </div>
  );
}

/** What shoppers see in place of it, and the one click that takes it over. */
function Advice({ path, onTaken }: { readonly path: BrandPath; readonly onTaken: () => void }) {
  const editor = useEditor();
  return adviceAt(editor, path).map(({ text, fix, shown, wished }) => (
    <div key={text} className="brand-advice" role="status">
      <span className="brand-advice-pair" aria-hidden="true">
        <i style={{ background: wished }} />
        <i style={{ background: shown }} />
      </span>
      <p>{text}</p>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => {
          onTaken();
          editor.set(path, shown);
        }}
      >
        {fix}
      </button>
    </div>
  ));
}

/** The browser's own picker knows `#rrggbb` alone. */
function hexNow(text: string, derived: string | null): string {
  const hex = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex;
  if (/^#[0-9a-f]{3}$/.test(hex)) return `#${[...hex.slice(1)].map((sign) => sign + sign).join("")}`;
  return derived ?? "#000000";
}
