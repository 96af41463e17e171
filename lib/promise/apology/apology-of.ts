import { daysBetween } from "#lib/promise/days-between.ts";
import type { Delay, Level } from "#lib/promise/delay/delay.ts";
import type { GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";

/** What is kept of a parcel's delay: the loudest that was ever said of it, and the day on which all was well again. */
export type StoredDelay = { readonly told: Level; readonly solvedOn: string | null };

/** What the page says on top of its answer. Choices and a gesture are in it only where they may be offered. */
export type Notice = {
  readonly kind: "at_risk" | "apology" | "solved";
  readonly delay: Delay;
  readonly choices: readonly Remedy[];
  readonly gesture: GrantedGesture | null;
  /** The tier of a loyal customer, who is thanked by its name (product rule 7). */
  readonly tier: string | null;
};

/** So long the page says that what we apologised for is solved. */
const SOLVED_DAYS = 7;

/**
 * What is said of one parcel today (`YYYY-MM-DD`), or null. At risk: calm, with choices, never a gesture. An apology: with
 * what the rules granted. Solved: only where an apology was read before; a risk that went away says nothing (product rule 6).
 */
export function apologyOf(input: {
  readonly delay: Delay;
  readonly previous: StoredDelay | null;
  readonly remedies: readonly Remedy[];
  readonly gesture: GrantedGesture | null;
  readonly tier: string | null;
  readonly today: string;
}): Notice | null {
  const { delay, remedies: choices, gesture, tier } = input;
  if (delay.level === "apology") return { kind: "apology", delay, choices, gesture, tier };
  if (delay.level === "calm") return { kind: "at_risk", delay, choices, gesture: null, tier: null };
  return isSolvedNow(input) ? { kind: "solved", delay, choices: [], gesture, tier } : null;
}

/** It is there, or is in time after all. A parcel of which nothing can be told is not solved. */
export function isSolved(delay: Delay): boolean {
  return delay.level === "none" && (delay.arrived || delay.state === "on_time");
}

function isSolvedNow({ delay, previous, today }: Parameters<typeof apologyOf>[0]): boolean {
  if (previous?.told !== "apology" || !isSolved(delay)) return false;
  return previous.solvedOn === null || daysBetween(previous.solvedOn, today) <= SOLVED_DAYS;
}

/**
 * Whether nothing may be recommended: while we apologise, and while anything else is wrong (product rule 7). "May be later"
 * alone hides nothing. `hasOpenProblem`: the page's answer is trouble.
 */
export function hidesRecommendations(notice: Notice | null, hasOpenProblem: boolean): boolean {
  return hasOpenProblem || notice?.kind === "apology";
}
