import { randomUUID } from "node:crypto";
import { createPushAlerts } from "./push-alerts.ts";
import { messagesOf } from "./push-message.ts";
import { proved } from "./push-proof.ts";
import { createPushSender, type Post, type PushSender } from "./push-sender.ts";
import type { Pusher } from "./push-signature.ts";
import { newTarget, type PushCounts, type PushRequest, type PushTarget } from "./push-target.ts";
import { beginJourney, type News, newsOf, standingOf, watchedBy } from "./push-watch.ts";
import type { SandboxState } from "./sandbox-state.ts";
import { plainNumber } from "./tracking-numbers.ts";

/** What somebody asks of a carrier besides where to post: USPS knows it as a subscription. */
type Subscription = { readonly subscriptionId: string; readonly mailerId: string | null };

export type PushStatus = PushCounts & {
  readonly carrier: Pusher;
  readonly url: string;
  readonly subscriptionId: string;
  /** Null for all that the carrier was given. */
  readonly numbers: number | null;
  readonly waiting: number;
  readonly state: PushTarget["state"];
};

export type Pushes = {
  /** Says where a carrier posts from now on; nothing that was before is posted. */
  readonly put: (request: PushRequest, subscription?: Subscription) => void;
  readonly remove: (subscriptionId: string) => void;
  readonly removeAll: () => void;
  /** Posts what is known of numbers at once, to so many targets; of `unknown` nothing is. */
  readonly send: (
    carrier: Pusher,
    numbers: readonly string[],
  ) => { readonly targets: number; readonly unknown: readonly string[] };
  /** UPS watches numbers until then, and posts to wherever the portal says. */
  readonly alert: (numbers: readonly string[], untilMs: number) => void;
  /** Notices what has become visible, and posts it. */
  readonly look: () => void;
  /** Posts what waits for its turn or for another try. */
  readonly flush: () => void;
  readonly all: () => readonly PushStatus[];
};

type Entry = { readonly target: PushTarget; readonly sender: PushSender; next: number };

/** A look is at no more numbers of a target than this, so that answers do not wait for it. */
const NUMBERS_A_LOOK = 2_000;

/** The pushes of a sandbox, in memory: who is told of what is forgotten when it ends. */
export function createPushes(state: SandboxState, post: Post): Pushes {
  const entries = new Map<string, Entry>();
  const alerts = createPushAlerts();

  function put(request: PushRequest, subscription?: Subscription): void {
    const { numbers, carrier, url } = request;
    const subscriptionId = subscription?.subscriptionId ?? randomUUID();
    const target = newTarget(request, {
      numbers: numbers === undefined ? null : new Set(numbers.map(plainNumber)),
      subscriptionId,
      mailerId: subscription?.mailerId ?? null,
      startMs: state.nowMs(),
    });
    for (const number of target.numbers ?? []) beginJourney(state, carrier, number);
    const key = subscription === undefined ? `${carrier} ${url}` : subscriptionId;
    entries.set(key, { target, sender: createPushSender(target, state.nowMs, post), next: 0 });
    if (subscription !== undefined) void shakeHands(target, post);
  }

  function remove(subscriptionId: string): void {
    for (const [key, { target }] of entries) if (target.subscriptionId === subscriptionId) entries.delete(key);
  }

  function lookFor(entry: Entry, nowMs: number): void {
    const watched = watchedBy(state, entry.target, alerts.all());
    const from = entry.next < watched.length ? entry.next : 0;
    const some = watched.slice(from, from + NUMBERS_A_LOOK);
    entry.next = from + some.length;
    for (const one of some) {
      const news = newsOf(state, entry.target, one, nowMs);
      if (news !== null) tell(entry, news);
    }
  }

  function look(): void {
    if (entries.size === 0) return;
    for (const entry of entries.values()) {
      lookFor(entry, state.nowMs());
      entry.sender.tick();
    }
    state.book.save();
  }

  function send(carrier: Pusher, numbers: readonly string[]): ReturnType<Pushes["send"]> {
    look();
    const told = [...entries.values()].filter(({ target }) => target.carrier === carrier);
    const unknown = numbers.filter((number) => {
      const news = standingOf(state, carrier, plainNumber(number), state.nowMs());
      if (news !== null) for (const entry of told) tell(entry, news);
      return news === null;
    });
    return { targets: told.length, unknown };
  }

  return {
    put,
    remove,
    removeAll: () => entries.clear(),
    send,
    alert: (numbers, untilMs) => {
      for (const number of numbers) beginJourney(state, "ups", number);
      alerts.add(numbers, state.nowMs(), untilMs);
    },
    look,
    flush: () => {
      for (const { sender } of entries.values()) sender.tick();
    },
    all: () => [...entries.values()].map(statusOf),
  };
}

function tell({ target, sender }: Entry, { given, changes }: News): void {
  const to = { url: target.url, subscriptionId: target.subscriptionId, given };
  for (const change of changes) {
    for (const message of messagesOf(target.carrier, change, to)) sender.send(given.number, message);
  }
}

function statusOf({ target, sender }: Entry): PushStatus {
  const { carrier, url, subscriptionId, numbers, counts, state } = target;
  return {
    carrier,
    url,
    subscriptionId,
    numbers: numbers?.size ?? null,
    state,
    waiting: sender.waiting(),
    ...counts,
  };
}

const JSON_HEADERS = { "content-type": "application/json", "user-agent": "USPS" };

/**
 * USPS wants its challenge back from a listener before it posts anything. Known from public clients only: the form of the
 * challenge and its proof are ours.
 */
async function shakeHands(target: PushTarget, post: Post): Promise<void> {
  target.state = "pending";
  const challenge = randomUUID();
  const message = { body: JSON.stringify({ challenge }), uspsSigned: challenge, headers: JSON_HEADERS };
  const { headers, body } = proved(target, target.secret, message);
  const answer = await post(target.url, headers, body);
  const isProved = answer !== null && answer.status === 200 && answer.text.includes(challenge);
  target.state = isProved ? "enabled" : "suspended";
}
