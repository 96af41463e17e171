import type { ProductFacts } from "./facts.ts";

type Named = Pick<ProductFacts, "id" | "title" | "category">;

/** Words that tell two of a kind apart, not one kind from another. */
const PLAIN_WORDS = new Set(
  "and for from the with set pack small large mini medium jumbo black blue brown cream gold green grey ivory orange pink purple red silver white yellow".split(
    " ",
  ),
);
/** So many of the shorter title's words are shared by things of a kind, wherever they stand; and where both begin or end alike. */
const SHARED = 0.5;
const SHARED_AT_AN_END = 1 / 3;

/**
 * Whether two products are of a kind: of the same category, or, where either has none, with at least two telling words of
 * their titles in common that are half of the shorter title's (all of them, where a title has only one). What a thing is often
 * stands first or last ("Doormat hearts", "Blue bowl"): one such word in the same place is enough where it is a third.
 */
export function areAlike(one: Named, other: Named): boolean {
  if (one.id === other.id) return true;
  if (one.category !== null && other.category !== null) return kindOf(one.category) === kindOf(other.category);
  const [words, others] = [wordsOf(one.title), wordsOf(other.title)];
  const fewer = Math.min(words.size, others.size);
  if (fewer === 0) return false;
  const shared = [...words].filter((word) => others.has(word)).length;
  if (shared >= Math.min(2, fewer) && shared / fewer >= SHARED) return true;
  return haveSameEnd([...words], [...others]) && shared / fewer >= SHARED_AT_AN_END;
}

function haveSameEnd(one: readonly string[], other: readonly string[]): boolean {
  return one[0] === other[0] || one.at(-1) === other.at(-1);
}

function kindOf(category: string): string {
  return category.trim().toLowerCase();
}

function wordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !PLAIN_WORDS.has(word)));
}
