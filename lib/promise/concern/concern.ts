import type { Severity } from "#lib/promise/delay/delay.ts";

/** What a thing in the queue is about, as it is filtered. `voice`: a shopper says something of their own. */
export const TOPICS = ["choice", "trouble", "unsent", "voice", "shop", "number"] as const;
export type Topic = (typeof TOPICS)[number];

/** Why a person is needed, by topic. Each has its sentence (`todo.*` of the desk's words). */
export const KINDS = {
  choice: ["reship", "refund", "address", "pickup", "person", "begun"],
  trouble: ["lost", "damaged", "returning", "customs", "action", "stuck", "needed"],
  unsent: ["unsent"],
  voice: ["review", "missing", "wrong"],
  shop: ["request", "budget"],
  number: ["number"],
} as const satisfies Readonly<Record<Topic, readonly string[]>>;

export type Kind = (typeof KINDS)[Topic][number];

/** One thing that needs a person. Instants in milliseconds since 1970. */
export type Concern = {
  /** The id of what it is about: once a topic. */
  readonly subjectId: string;
  readonly topic: Topic;
  readonly kind: Kind;
  readonly shipmentId: string | null;
  readonly severity: Severity;
  /** Since when somebody waits. */
  readonly sinceMs: number;
  readonly attendByMs: number;
};
