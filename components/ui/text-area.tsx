import type { RefObject, TextareaHTMLAttributes } from "react";
import { FieldFrame, type FieldFrameProps, saidOf } from "./field-frame.tsx";

type TextAreaProps = FieldFrameProps & {
  readonly name: string;
  readonly ref?: RefObject<HTMLTextAreaElement | null>;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "name" | "className">;

/** A few lines of text, with the label above. */
export function TextArea({ id, label, hint, error = null, ...area }: TextAreaProps) {
  const frame = { id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <textarea id={id} className="input input-area" {...saidOf(frame)} {...area} />
    </FieldFrame>
  );
}
