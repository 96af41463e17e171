import type { InputHTMLAttributes, ReactNode } from "react";

export type Typed = Readonly<Record<string, string>>;

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "className" | "defaultValue" | "size"> & {
  /** So many signs wide. */
  readonly size?: number;
};

/** The parts of a form of sentences: each field by its name, filled with what was typed, and marked where it is wrong. */
export type FormKit = {
  readonly typed: Typed;
  readonly text: (name: string, label: string, input?: InputProps) => ReactNode;
  readonly number: (name: string, label: string) => ReactNode;
  readonly choice: (name: string, label: string, options: readonly Option[]) => ReactNode;
  readonly check: (name: string, label: string, more?: ReactNode) => ReactNode;
  readonly lines: (name: string, label: string, hint?: string) => ReactNode;
  /** What is wrong with these fields, each sentence once at its field. */
  readonly errors: (...names: readonly string[]) => ReactNode;
  readonly isWrong: (name: string) => boolean;
};

type Option = { readonly value: string; readonly text: string };

/** `problems` are sentences by field. */
export function formKit(typed: Typed, problems: Readonly<Record<string, string>>): FormKit {
  const marks = (name: string) =>
    problems[name] === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${name}-error` };
  const errors = (...names: readonly string[]) =>
    names.flatMap((name) =>
      problems[name] === undefined
        ? []
        : [
            <p key={name} id={`${name}-error`} className="field-error">
              {problems[name]}
            </p>,
          ],
    );
  const text = (name: string, label: string, { size, ...input }: InputProps = {}) => (
    <input
      id={name}
      name={name}
      aria-label={label}
      className="input slot"
      style={size === undefined ? undefined : { width: `${size + 3}ch` }}
      defaultValue={typed[name] ?? ""}
      autoComplete="off"
      {...marks(name)}
      {...input}
    />
  );
  return {
    typed,
    text,
    errors,
    isWrong: (name) => problems[name] !== undefined,
    number: (name, label) => text(name, label, { inputMode: "decimal", size: 4 }),
    choice: (name, label, options) => (
      <select
        id={name}
        name={name}
        aria-label={label}
        className="input slot"
        defaultValue={typed[name] ?? ""}
        {...marks(name)}
      >
        {options.map(({ value, text: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    ),
    check: (name, label, more) => (
      <label className="tick">
        <input id={name} name={name} type="checkbox" defaultChecked={typed[name] !== undefined} {...marks(name)} />
        <span>{label}</span>
        {more}
      </label>
    ),
    lines: (name, label, hint) => (
      <div className="field">
        <label className="field-label" htmlFor={name}>
          {label}
        </label>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
        <textarea
          id={name}
          name={name}
          className="input rule-lines"
          rows={3}
          defaultValue={typed[name] ?? ""}
          {...marks(name)}
        />
        {errors(name)}
      </div>
    ),
  };
}

/** How many rows a list of the form has. */
export function countRows(typed: Typed, list: string): number {
  const places = Object.keys(typed).flatMap((name) =>
    name.startsWith(`${list}.`) ? [Number.parseInt(name.slice(list.length + 1), 10)] : [],
  );
  return places.length === 0 ? 0 : Math.max(...places) + 1;
}
