import { createPushLine, type PushJob } from "./push-line.ts";
import type { Message } from "./push-proof.ts";
import { retryAfterMs } from "./push-retries.ts";
import type { PushTarget } from "./push-target.ts";

/** Posts, and says what was answered; null where nothing was. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<{ readonly status: number; readonly text: string } | null>;

export type PushSender = {
  /** Posts as soon as the target's rate allows, after whatever is on its way about the same number. */
  readonly send: (number: string, message: Message) => void;
  /** Posts what has become due. */
  readonly tick: () => void;
  /** How many requests still have to be posted, those that wait for another try included. */
  readonly waiting: () => number;
};

const MAX_IN_FLIGHT = 50;

/** Sends the pushes of one target. `nowMs` is the sandbox's clock. */
export function createPushSender(target: PushTarget, nowMs: () => number, post: Post): PushSender {
  const line = createPushLine(target);
  const takeOf = paceOf(target.rate);
  const tails = new Map<string, Promise<void>>();
  let delayed: (PushJob & { readonly dueMs: number })[] = [];
  let inFlight = 0;

  function run(): void {
    const realMs = performance.now();
    const room = target.state !== "enabled" ? 0 : Math.min(MAX_IN_FLIGHT - inFlight, line.length());
    for (const job of line.take(takeOf(room, realMs), realMs)) {
      inFlight += 1;
      const before = tails.get(job.number) ?? Promise.resolve();
      const tail = before
        .then(() => attempt(job))
        .finally(() => {
          inFlight -= 1;
          if (tails.get(job.number) === tail) tails.delete(job.number);
          run();
        });
      tails.set(job.number, tail);
    }
  }

  async function attempt(job: PushJob): Promise<void> {
    const answer = await post(target.url, job.headers, job.body);
    const wait = outcomeOf(target, job, answer?.status ?? null);
    if (wait !== null) delayed.push({ ...job, tries: job.tries + 1, dueMs: nowMs() + wait });
  }

  return {
    send: (number, message) => {
      line.add(number, message);
      run();
    },
    tick: () => {
      const due = delayed.filter(({ dueMs }) => dueMs <= nowMs());
      delayed = delayed.filter((job) => !due.includes(job));
      line.addAgain(due);
      run();
    },
    waiting: () => line.length() + delayed.length + inFlight,
  };
}

/** Counts what became of a request. Returns how long until the next try, in ms; null for none. */
function outcomeOf(target: PushTarget, { kind, tries }: PushJob, status: number | null): number | null {
  const { carrier, counts } = target;
  const isTaken = status !== null && status >= 200 && status < 300;
  if (kind === "forgery") counts.forgedTaken += isTaken ? 1 : 0;
  if (kind !== "push") return null;
  if (carrier === "usps" && status === null) target.state = "suspended";
  const wait = isTaken ? null : retryAfterMs(carrier, tries);
  if (isTaken) counts.delivered += 1;
  else if (wait === null) counts.lost += 1;
  else counts.retried += 1;
  return wait;
}

/** How many of those that could go may go now, at most so many a second and a quarter of that at once. */
function paceOf(rate: number | undefined): (wanted: number, realMs: number) => number {
  if (rate === undefined) return (wanted) => wanted;
  let [allowance, atMs] = [1, performance.now()];
  return (wanted, realMs) => {
    allowance = Math.min(allowance + ((realMs - atMs) / 1_000) * rate, Math.max(rate / 4, 1));
    atMs = realMs;
    const count = Math.min(wanted, Math.floor(allowance));
    allowance -= count;
    return count;
  };
}
