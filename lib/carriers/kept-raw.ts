import { LONGEST_TEXT, MOST_ITEMS } from "./limits.ts";

const DEEPEST = 6;

/**
 * What a carrier wrote, fit to be kept: only the fields that `keys` names, at any depth, as carriers put people and streets
 * into ever new ones; without what `jsonb` refuses (NUL, half characters), and of limited depth and length.
 */
export function keptRaw(value: unknown, keys: ReadonlySet<string>, depth = 0): unknown {
  if (typeof value === "string") return keptText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => keptRaw(item, keys, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => keys.has(key))
      .map(([key, item]) => [key, keptRaw(item, keys, depth + 1)]),
  );
}

function keptText(text: string): string {
  return text.slice(0, LONGEST_TEXT).replaceAll("\0", "").toWellFormed();
}
