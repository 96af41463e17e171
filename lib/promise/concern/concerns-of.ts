import type { DelayCause, DelayState, Severity } from "#lib/promise/delay/delay.ts";
import type { Choice, Remedy } from "#lib/promise/remedy/remedy.ts";
import { attendBy } from "./attend-by.ts";
import type { Concern, Kind, Topic } from "./concern.ts";

type OpenDelay = {
  readonly id: string;
  readonly shipmentId: string | null;
  readonly state: DelayState;
  readonly level: "calm" | "apology";
  readonly cause: DelayCause;
  readonly severity: Severity;
  readonly reason: string | null;
  readonly missesNeeded: boolean;
  readonly sinceMs: number;
};
type Chosen = {
  readonly id: string;
  readonly shipmentId: string | null;
  readonly remedy: Remedy;
  readonly state: Choice["state"];
  readonly request: "queued" | "sent" | "failed" | null;
  readonly sinceMs: number;
  readonly dueMs: number | null;
  readonly settledMs: number | null;
};

/** All of one order that may need a person. Instants in milliseconds since 1970. */
export type OrderCauses = {
  readonly tier: string | null;
  readonly neededMs: number | null;
  readonly isCancelled: boolean;
  /** Those that are not solved. */
  readonly delays: readonly OpenDelay[];
  /** The newest first. */
  readonly remedies: readonly Chosen[];
  /** Gestures of which the shop's own system did not take the request. */
  readonly failedGestures: readonly {
    readonly id: string;
    readonly shipmentId: string | null;
    readonly sinceMs: number;
  }[];
  /** Parcels whose number no carrier knows. */
  readonly invalid: readonly { readonly shipmentId: string; readonly sinceMs: number }[];
};

/** What of an order needs a person, each thing once: where the shopper has chosen, the choice tells of the trouble too. */
export function concernsOf(causes: OrderCauses): readonly Concern[] {
  const { delays, remedies, failedGestures, invalid } = causes;
  const concern = concernIn(causes);
  return [
    ...remedies
      .flatMap((one) => choiceKind(one) ?? [])
      .map(({ one, kind, topic, severity }) => concern({ ...one, kind, topic, severity })),
    ...delays
      .map((delay) => ({ delay, kind: isDecided(delay, remedies) || causes.isCancelled ? null : delayKind(delay) }))
      .flatMap(({ delay, kind }) =>
        kind === null ? [] : [concern({ ...delay, ...troubleWith(kind, delay.severity), dueMs: null })],
      ),
    ...failedGestures.map((one) => concern({ ...one, kind: "request", topic: "shop", severity: 3, dueMs: null })),
    ...invalid.map(({ shipmentId, sinceMs }) =>
      concern({ id: shipmentId, shipmentId, sinceMs, kind: "number", topic: "number", severity: 1, dueMs: null }),
    ),
  ];
}

type Found = {
  readonly id: string;
  readonly shipmentId: string | null;
  readonly kind: Kind;
  readonly topic: Topic;
  readonly severity: Severity;
  readonly sinceMs: number;
  readonly dueMs: number | null;
};

function concernIn({ tier, neededMs }: OrderCauses) {
  return ({ id, shipmentId, kind, topic, severity, sinceMs, dueMs }: Found): Concern => ({
    ...{ subjectId: id, topic, kind, shipmentId, severity, sinceMs },
    attendByMs: attendBy({ severity, sinceMs, tier, dueMs, neededMs }),
  });
}

/** A van can be turned round for some hours only, and a person was asked for by somebody who had enough. */
const OF_CHOICE: Readonly<Record<Exclude<Remedy, "wait">, Severity>> = {
  reship: 3,
  refund: 2,
  address: 3,
  pickup: 2,
  person: 3,
};

function choiceKind(one: Chosen) {
  if (one.request === "failed" && one.state !== "done" && one.state !== "declined")
    return {
      one,
      kind: "request" as const,
      topic: one.state === "waiting" ? ("choice" as const) : ("shop" as const),
      severity: 3 as const,
    };
  if (one.remedy === "wait") return null;
  // Begun is not done: it stays, and is asked for after some days.
  if (one.state === "accepted") {
    const begun = { ...one, sinceMs: one.settledMs ?? one.sinceMs, dueMs: null };
    return { one: begun, kind: "begun" as const, topic: "choice" as const, severity: 0 as const };
  }
  if (one.state !== "waiting") return null;
  return { one, kind: one.remedy, topic: "choice" as const, severity: OF_CHOICE[one.remedy] };
}

/** Somebody has decided: the shopper waits for the shop or means to wait, or the shop acts. What never comes is no wait. */
function isDecided(delay: OpenDelay, remedies: readonly Chosen[]): boolean {
  const last = remedies.find(({ shipmentId, state }) => shipmentId === delay.shipmentId && state !== "taken_back");
  if (last === undefined) return false;
  const { remedy, state } = last;
  if (remedy === "wait") return state === "waiting" && !NEVER.has(delayKind(delay) ?? "late");
  if (state === "waiting" || state === "accepted") return true;
  return state === "done" && (remedy === "reship" || remedy === "refund");
}

const NEVER: ReadonlySet<string> = new Set(["lost", "damaged", "returning"]);
const PAPERS: ReadonlySet<string> = new Set(["customs_documents", "customs_inspection", "payment_due", "prohibited"]);

/** Null for what comes late by itself: the page and the mail have said so, and nobody has to decide anything. */
function delayKind({ shipmentId, state, cause, reason, missesNeeded }: OpenDelay): Kind | null {
  if (state === "lost") return "lost";
  if (cause === "damaged") return "damaged";
  if (cause === "returning") return "returning";
  if (shipmentId === null) return "unsent";
  if (cause === "action_needed") return PAPERS.has(reason ?? "") ? "customs" : "action";
  if (state === "stuck") return "stuck";
  return missesNeeded || cause === "needed_by" ? "needed" : null;
}

function troubleWith(kind: Kind, severity: Severity): Pick<Found, "kind" | "topic" | "severity"> {
  if (kind === "unsent") return { kind, topic: "unsent", severity };
  return { kind, topic: "trouble", severity: NEVER.has(kind) ? 3 : severity };
}
