/** Where a part of a brand is: `["accent"]`, `["light", "paper"]`, `["words", "de", "help.heading"]`. */
export type BrandPath = readonly string[];

/** One part of a brand changed: what it was for whoever changed it, and what it shall be. Left out: not set. */
export type BrandChange = { readonly path: BrandPath; readonly was?: unknown; readonly is?: unknown };

type Tokens = Readonly<Record<string, unknown>>;

/** How deep a brand is taken apart: two people may change two colours, or two sentences, at the same time. */
const DEPTHS: Readonly<Record<string, number>> = { mood: 2, light: 2, dark: 2, words: 3 };

/** How long a path is that begins like this. */
export function depthOf(root: string): number {
  return Object.hasOwn(DEPTHS, root) ? (DEPTHS[root] ?? 1) : 1;
}

/** What stands at a path, also in a list; undefined where nothing does. */
export function valueAt(tokens: unknown, path: BrandPath): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return tokens;
  if (typeof tokens !== "object" || tokens === null || !Object.hasOwn(tokens, name)) return undefined;
  return valueAt(Reflect.get(tokens, name), rest);
}

/** The tokens with another value at a path; undefined takes the part out. */
function withValue(tokens: Tokens, path: BrandPath, value: unknown): Tokens {
  const [name, ...rest] = path;
  if (name === undefined) return tokens;
  const { [name]: present, ...others } = tokens;
  if (rest.length > 0) return { ...tokens, [name]: withValue(isRecord(present) ? present : {}, rest, value) };
  return value === undefined ? others : { ...tokens, [name]: value };
}

/** The tokens with all of these changes. */
export function withChanges<T extends Tokens>(tokens: T, changes: readonly Omit<BrandChange, "was">[]): T {
  // Each part keeps its kind: whoever makes changes has had them checked (`isDraftValue`).
  return changes.reduce<Tokens>((all, { path, is }) => withValue(all, path, is), tokens) as T;
}

/** Whether two values say the same, in whatever order their names stand. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => isSameValue(each, other[at]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = namesOf(one);
  return names.length === namesOf(other).length && names.every((name) => isSameValue(one[name], other[name]));
}

/** Every part that differs, in the order of the first that names it. */
export function changesBetween(before: Tokens, after: Tokens): readonly BrandChange[] {
  const roots = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return roots.flatMap((root) => differences([root], before[root], after[root], depthOf(root) - 1));
}

/** A path as one text, for a key: no part of one holds a stroke. */
export function pathText(path: BrandPath): string {
  return path.join("/");
}

function differences(path: BrandPath, was: unknown, is: unknown, deeper: number): readonly BrandChange[] {
  if (isSameValue(was, is)) return [];
  if (deeper === 0) return [{ path, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }];
  const before = isRecord(was) ? was : {};
  const after = isRecord(is) ? is : {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differences([...path, name], before[name], after[name], deeper - 1));
}

/** What is undefined is not there. */
function namesOf(record: Tokens): readonly string[] {
  return Object.keys(record).filter((name) => record[name] !== undefined);
}

function isRecord(value: unknown): value is Tokens {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
