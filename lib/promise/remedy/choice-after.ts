import type { Choice, Remedy } from "./remedy.ts";

/** What becomes of a shopper's wish. `kept`: the same was chosen already. `takesBack`: the choice before it falls away. */
export type Chosen =
  | { readonly kind: "kept" }
  | { readonly kind: "made"; readonly takesBack: boolean }
  | { readonly kind: "refused"; readonly why: "not_offered" | "acted_upon" };

/** Whether a choice can still be taken back: until somebody at the shop acted upon it. */
export function canTakeBack(choice: Choice): boolean {
  return choice.state === "waiting";
}

/**
 * What happens when a shopper asks for a remedy, whatever was chosen before. Asking twice is asking once, also where it is
 * offered no more. One choice stands at a time; what the shop has begun or done is not undone by another wish, and what it
 * declined leaves the others open.
 */
export function choiceAfter(current: Choice | null, asked: Remedy, offered: readonly Remedy[]): Chosen {
  const stands = current !== null && current.state !== "taken_back" && current.state !== "declined" ? current : null;
  if (stands?.remedy === asked) return { kind: "kept" };
  if (!offered.includes(asked) || (current?.state === "declined" && current.remedy === asked))
    return { kind: "refused", why: "not_offered" };
  if (stands === null) return { kind: "made", takesBack: false };
  return canTakeBack(stands) ? { kind: "made", takesBack: true } : { kind: "refused", why: "acted_upon" };
}
