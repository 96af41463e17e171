import type { ReactNode } from "react";

export type FieldFrameProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was typed; it is read out with the field. */
  readonly error?: string | null;
};

/** What stands around a field: its label and hint above, what is wrong below. */
export function FieldFrame({
  id,
  label,
  hint,
  error = null,
  children,
}: FieldFrameProps & { readonly children: ReactNode }) {
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
      {children}
      {error !== null && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** What a field says to ears of what stands around it. `errorId`: an error that stands elsewhere and is about it too. */
export function saidOf({ id, hint, error = null }: FieldFrameProps, errorId: string | null = null) {
  const wrong = error === null ? errorId : `${id}-error`;
  const about = [hint === undefined ? null : `${id}-hint`, wrong].filter((part) => part !== null);
  return {
    "aria-invalid": wrong === null ? undefined : true,
    "aria-describedby": about.length === 0 ? undefined : about.join(" "),
  } as const;
}
