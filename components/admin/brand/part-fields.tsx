"use client";

import { type ReactNode, useId } from "react";
import { Field } from "#components/ui/field.tsx";
import { type BrandPath, pathText, valueAt } from "#lib/brand/draft/draft-changes.ts";
import { ClashNote } from "./clash-note.tsx";
import { useEditor } from "./editor-context.tsx";

type TextPartProps = {
  readonly path: BrandPath;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "url" | "email";
  readonly autoComplete?: string;
  /** Empty is null, not a text: the brand has none. */
  readonly isOptional?: boolean;
};

/** A part that is one line of text. What is wrong with it is said below; it is kept all the same. */
export function TextPart({ path, label, hint, type = "text", autoComplete, isOptional = false }: TextPartProps) {
  const { form, set, problemAt } = useEditor();
  const value = valueAt(form, path);
  return (
    <div className="brand-field">
      <Field
        id={`brand-${path.join("-")}`}
        name={pathText(path)}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        error={problemAt(path.join("."))}
        // The browser's own checks would keep a half-typed address back.
        type="text"
        inputMode={type}
        autoComplete={autoComplete ?? "off"}
        dir={type === "text" ? "auto" : "ltr"}
        value={typeof value === "string" ? value : ""}
        onChange={({ target }) => set(path, isOptional && target.value.trim() === "" ? null : target.value)}
      />
      <ClashNote path={path} />
    </div>
  );
}

type OneOfProps = {
  readonly path: BrandPath;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly face?: ReactNode }[];
  /** As cards below each other, with faces, or as one row. */
  readonly isCards?: boolean;
};

/** A part that is one of a few: radio buttons, each a whole target. */
export function OneOf({ path, legend, options, isCards = false }: OneOfProps) {
  const { form, set } = useEditor();
  const value = valueAt(form, path);
  const id = useId();
  return (
    <fieldset className="brand-field">
      <legend className="field-label">{legend}</legend>
      <div className={isCards ? "brand-cards" : "brand-segments"}>
        {options.map((option) => (
          <label key={option.value} className={isCards ? "brand-card" : "brand-segment"}>
            <input
              id={`${id}-${option.value}`}
              type="radio"
              name={pathText(path)}
              value={option.value}
              checked={value === option.value}
              onChange={() => set(path, option.value)}
            />
            <span>
              {option.face}
              {option.text}
            </span>
          </label>
        ))}
      </div>
      <ClashNote path={path} />
    </fieldset>
  );
}
