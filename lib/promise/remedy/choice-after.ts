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

/** Money that is on its way back, or a second parcel, is not undone by another wish. */
const FINAL: ReadonlySet<Remedy> = new Set<Remedy>(["reship", "refund"]);

/**
 * What happens when a shopper asks for a remedy, whatever was chosen before. Asking twice is asking once, also where it is
 * offered no more. One choice stands at a time; what the shop has begun, refunded or sent again is not undone by another wish.
 * What it declined leaves the others open, and what it did otherwise leaves all: who was called back may wish again.
 */
export function choiceAfter(current: Choice | null, asked: Remedy, offered: readonly Remedy[]): Chosen {
  const stands = current !== null && isStanding(current) ? current : null;
  if (stands?.remedy === asked) return { kind: "kept" };
  if (!offered.includes(asked) || (current?.state === "declined" && current.remedy === asked))
    return { kind: "refused", why: "not_offered" };
  if (stands === null) return { kind: "made", takesBack: false };
  return canTakeBack(stands) ? { kind: "made", takesBack: true } : { kind: "refused", why: "acted_upon" };
}

/** Of what is offered, what could be chosen now: what stands is not offered again. */
export function openAfter(current: Choice | null, offered: readonly Remedy[]): readonly Remedy[] {
  return offered.filter((remedy) => choiceAfter(current, remedy, offered).kind === "made");
}

function isStanding({ state, remedy }: Choice): boolean {
  return state === "waiting" || state === "accepted" || (state === "done" && FINAL.has(remedy));
}
