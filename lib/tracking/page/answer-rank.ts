import type { Answer } from "./tracking-page.ts";

/**
 * Trouble first, the gravest of all first (product rule 4); then what happens soonest, then
 * what has arrived. A label that was cancelled has mostly been made anew and is told only where there is nothing else.
 */
const ORDER: readonly Answer["kind"][] = [
  "cancelled",
  "lost",
  "held",
  "expired",
  "returning",
  "returned",
  "attempt_failed",
  "overdue",
  "delayed",
  "available_for_pickup",
  "out_for_delivery",
  "arriving",
  "moving",
  "sent",
  "partly_delivered",
  "preparing",
  "delivered",
  "stopped",
];

/** The lower, the sooner it has to be told. */
export function answerRank(answer: Answer): number {
  return ORDER.indexOf(answer.kind);
}

const TROUBLE: ReadonlySet<Answer["kind"]> = new Set([
  "cancelled",
  "lost",
  "held",
  "expired",
  "returning",
  "returned",
  "attempt_failed",
  "overdue",
  "stopped",
]);

/** Something did not go as it should; the answer is then told calmly, whatever the brand's loudest ground is. "May be later" is no trouble. */
export function isTrouble(answer: Answer): boolean {
  return TROUBLE.has(answer.kind) || (answer.kind === "delayed" && answer.tone === "sorry");
}
