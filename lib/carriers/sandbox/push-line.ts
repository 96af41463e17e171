import { type Message, proved } from "./push-proof.ts";
import type { PushTarget } from "./push-target.ts";

/** One request that has to be posted. */
export type PushJob = {
  readonly number: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly kind: "push" | "replay" | "forgery";
  readonly tries: number;
};

export type PushLine = {
  readonly add: (number: string, message: Message) => void;
  readonly addAgain: (jobs: readonly PushJob[]) => void;
  /** The first so many, in the order in which they have to be posted. */
  readonly take: (count: number, realMs: number) => readonly PushJob[];
  readonly length: () => number;
};

/** A push that lets the next one pass goes alone when none follows. */
const HELD_MS = 500;

/** What a target's pushes stand in line as: every so many a forgery before one, a replay after one, one behind its successor. */
export function createPushLine(target: PushTarget): PushLine {
  const { counts } = target;
  const ready: PushJob[] = [];
  let held: { readonly job: PushJob; readonly sinceMs: number } | null = null;
  const isTurn = (every: number | undefined) => every !== undefined && counts.pushed % every === 0;
  const jobOf = (secret: string, number: string, message: Message): PushJob => {
    return { ...proved(target, secret, message), number, kind: "push", tries: 1 };
  };

  function release(): void {
    if (held !== null) ready.push(held.job);
    held = null;
  }

  return {
    add: (number, message) => {
      counts.pushed += 1;
      const push = jobOf(target.secret, number, message);
      if (isTurn(target.forge)) {
        counts.forged += 1;
        ready.push({ ...jobOf(`not ${target.secret}`, number, message), kind: "forgery" });
      }
      if (isTurn(target.reorder) && held === null) held = { job: push, sinceMs: performance.now() };
      else {
        ready.push(push);
        release();
      }
      if (isTurn(target.replay)) {
        counts.replayed += 1;
        ready.push({ ...push, kind: "replay" });
      }
    },
    addAgain: (jobs) => void ready.push(...jobs),
    take: (count, realMs) => {
      if (held !== null && realMs - held.sinceMs >= HELD_MS) release();
      return ready.splice(0, count);
    },
    length: () => ready.length + (held === null ? 0 : 1),
  };
}
