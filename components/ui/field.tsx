import type { InputHTMLAttributes } from "react";

type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was typed; it is read out with the field. */
  readonly error?: string | null;
  /** The id of an error that stands elsewhere and is about this field too. */
  readonly errorId?: string | null;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "className">;

/** One text field with its label above it, and what is wrong below. */
export function Field({ id, label, hint, error = null, errorId = null, ...input }: FieldProps) {
  const about = [hint === undefined ? null : `${id}-hint`, error === null ? errorId : `${id}-error`].filter(
    (part) => part !== null,
  );
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
      <input
        id={id}
        className="input"
        aria-invalid={error === null && errorId === null ? undefined : true}
        aria-describedby={about.length === 0 ? undefined : about.join(" ")}
        {...input}
      />
      {error !== null && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
