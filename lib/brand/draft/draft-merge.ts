import {
  type BrandChange,
  type BrandPath,
  changesBetween,
  isSameValue,
  pathText,
  valueAt,
  withChanges,
} from "./draft-changes.ts";

type Tokens = Readonly<Record<string, unknown>>;

/** A part that somebody else changed while it was being changed here: nothing is sent of it until it is decided. */
export type Held = { readonly path: BrandPath };

/** What a form knows: the draft as the server last told it, what its fields hold, and the parts that wait for a decision. */
export type FormState<T extends Tokens> = { readonly kept: T; readonly form: T; readonly held: readonly Held[] };

/** What has been typed and not been told yet, without what waits for a decision. */
export function untold<T extends Tokens>({ kept, form, held }: FormState<T>): readonly BrandChange[] {
  const waits = new Set(held.map(({ path }) => pathText(path)));
  return changesBetween(kept, form).filter(({ path }) => !waits.has(pathText(path)));
}

/**
 * The form after the server told the draft as it is now: what was typed stays, everything else follows the draft. A part that
 * clashed is held; one that is the same on both sides by now waits no longer.
 */
export function afterTold<T extends Tokens>(
  state: FormState<T>,
  told: { readonly tokens: T; readonly clashes: readonly BrandPath[] },
): FormState<T> {
  const typed = changesBetween(state.kept, state.form).filter(
    ({ path, is }) => !isSameValue(valueAt(told.tokens, path), is),
  );
  const form = withChanges(told.tokens, typed);
  const clashed = new Map(
    [...state.held.map(({ path }) => path), ...told.clashes].map((path) => [pathText(path), path]),
  );
  const held = [...clashed.values()]
    .filter((path) => !isSameValue(valueAt(told.tokens, path), valueAt(form, path)))
    .map((path) => ({ path }));
  return { kept: told.tokens, form, held };
}

/** Decides a part that waits: `mine` is sent with the next changes, `theirs` takes its place in the form. */
export function decided<T extends Tokens>(state: FormState<T>, path: BrandPath, take: "mine" | "theirs"): FormState<T> {
  const held = state.held.filter((each) => pathText(each.path) !== pathText(path));
  if (take === "mine") return { ...state, held };
  return { ...state, held, form: withChanges(state.form, [{ path, is: valueAt(state.kept, path) }]) };
}
