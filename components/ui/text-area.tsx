import type { TextareaHTMLAttributes } from "react";

type TextAreaProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "name" | "className">;

/** A few lines of text, with the label above. */
export function TextArea({ id, label, hint, ...area }: TextAreaProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        className="input input-area"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...area}
      />
    </div>
  );
}
