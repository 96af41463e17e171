import type { SelectHTMLAttributes } from "react";

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  /** Kept for ears only, where what stands beside it says it to the eye. */
  readonly isLabelHidden?: boolean;
  readonly options: readonly { readonly value: string; readonly text: string }[];
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "className" | "children">;

/** One of a few, as the browser asks for it. */
export function Choice({ id, label, isLabelHidden = false, options, ...select }: ChoiceProps) {
  return (
    <div className="field">
      <label className={isLabelHidden ? "sr-only" : "field-label"} htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" {...select}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
