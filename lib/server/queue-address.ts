import { Temporal } from "temporal-polyfill";
import type { QueueFilter, QueuePlace } from "#db/queries/desk-queue.ts";
import { TOPICS } from "#lib/promise/concern/concern.ts";

const WHENS = ["open", "overdue", "snoozed", "done"] as const;
const PLACE = /^[0-9 :.+-]{10,40}$/;
const ID = /^[0-9a-f-]{36}$/;

/** Which part of the queue an address asks for. `whose`: everybody's, one's own or nobody's. */
export type QueueAsked = Omit<QueueFilter, "whose"> & { readonly whose: "me" | "nobody" | null };

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The part that is asked for; whatever is not ours is left out. */
export function queueAsked(query: Query): QueueAsked {
  return {
    topic: TOPICS.find((topic) => topic === query.topic) ?? null,
    whose: (["me", "nobody"] as const).find((whose) => whose === query.whose) ?? null,
    when: WHENS.find((when) => when === query.when) ?? "open",
  };
}

/** Behind which row a page begins; null for the first. */
export function queuePlace({ after, id }: Query): QueuePlace | null {
  if (typeof after !== "string" || typeof id !== "string" || !PLACE.test(after) || !ID.test(id)) return null;
  try {
    Temporal.Instant.from(after);
    return { place: after, id };
  } catch {
    return null;
  }
}

/** The query of the same part of the queue, with what else it shall hold; empty for all of it. */
export function queueQuery({ topic, whose, when }: QueueAsked, more: Readonly<Record<string, string>> = {}): string {
  const parts = new URLSearchParams({
    ...(topic === null ? {} : { topic }),
    ...(whose === null ? {} : { whose }),
    ...(when === "open" ? {} : { when }),
    ...more,
  }).toString();
  return parts === "" ? "" : `?${parts}`;
}
