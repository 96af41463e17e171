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
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (keys.has(key)) kept[key] = keptRaw(item, keys, depth + 1);
  return kept;
}

/** Nearly all that comes: looking costs a fraction of cleaning. */
const CLEAN = /^[ -~]*$/;

function keptText(text: string): string {
  if (text.length <= LONGEST_TEXT && CLEAN.test(text)) return text;
  return text.slice(0, LONGEST_TEXT).replaceAll("\0", "").toWellFormed();
}
