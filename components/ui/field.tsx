import type { InputHTMLAttributes } from "react";
import { FieldFrame, type FieldFrameProps, saidOf } from "./field-frame.tsx";

type FieldProps = FieldFrameProps & {
  readonly name: string;
  /** The id of an error that stands elsewhere and is about this field too. */
  readonly errorId?: string | null;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "className">;

/** One text field with its label above it, and what is wrong below. */
export function Field({ id, label, hint, error = null, errorId = null, ...input }: FieldProps) {
  const frame = { id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <input id={id} className="input" {...saidOf(frame, errorId)} {...input} />
    </FieldFrame>
  );
}
