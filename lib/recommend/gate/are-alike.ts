import type { ProductFacts } from "./facts.ts";

type Named = Pick<ProductFacts, "id" | "title" | "category">;

/** Words that tell two of a kind apart, not one kind from another. */
const PLAIN_WORDS = new Set(
  "and for from the with set pack small large mini medium jumbo black blue brown cream gold green grey ivory orange pink purple red silver white yellow".split(
    " ",
  ),
);
/** So many of the shorter title's words are shared by things of a kind. */
const SHARED = 0.5;

/**
 * Whether two products are of a kind: of the same category, or, where either has none, with at least two telling words of
 * their titles in common that are half of the shorter title's (all of them, where a title has only one).
 */
export function areAlike(one: Named, other: Named): boolean {
  if (one.id === other.id) return true;
  if (one.category !== null && other.category !== null) return kindOf(one.category) === kindOf(other.category);
  const [words, others] = [wordsOf(one.title), wordsOf(other.title)];
  const fewer = Math.min(words.size, others.size);
  const shared = [...words].filter((word) => others.has(word)).length;
  return fewer > 0 && shared >= Math.min(2, fewer) && shared / fewer >= SHARED;
}

function kindOf(category: string): string {
  return category.trim().toLowerCase();
}

function wordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !PLAIN_WORDS.has(word)));
}
