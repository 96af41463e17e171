import { type Move, presentRun } from "./counted-moves.ts";
import type { Observation } from "./observation.ts";
import type { Dated } from "./order-observations.ts";
import { responsibleFor } from "./reason.ts";
import type { Status } from "./status.ts";
import type { TrackingState } from "./tracking-state.ts";

type Explanation = Pick<TrackingState, "reason" | "responsible" | "actionRequired">;

const RETURNS: ReadonlySet<Status> = new Set(["returning", "returned"]);
const TROUBLES: ReadonlySet<Status> = new Set(["exception", "attempt_failed", "available_for_pickup", "returning"]);
const FINAL: ReadonlySet<Status> = new Set(["returned", "cancelled"]);

/**
 * Why the parcel is where it is: the newest word among what told its present status and what was said since without moving
 * it. What only informs explains no end of a journey, and a delivery needs no explanation. A return that gives no reason is
 * explained by the trouble right before it.
 */
export function explanationOf(ordered: readonly Dated<Observation>[], counted: readonly Move[]): Explanation {
  const run = presentRun(counted);
  const status = run.at(-1)?.status ?? "pending";
  if (status === "delivered") return { reason: null, responsible: null, actionRequired: null };
  const told = new Set(run.map(({ dated }) => dated));
  const first = run[0] === undefined ? 0 : ordered.indexOf(run[0].dated);
  const words = ordered
    .slice(first)
    .filter((dated) => told.has(dated) || (!FINAL.has(status) && dated.observation.status === null))
    .map(({ observation }) => observation)
    .reverse();
  const because = words.find(({ reason }) => reason !== null) ?? words.find(({ responsible }) => responsible !== null);
  const reason = because?.reason ?? (RETURNS.has(status) ? troubleBefore(counted.slice(0, -run.length)) : null);
  return {
    reason,
    responsible: because?.responsible ?? (reason === null ? null : responsibleFor(reason)),
    actionRequired: words.find(({ actionRequired }) => actionRequired !== null)?.actionRequired ?? null,
  };
}

/** The newest reason among the troubles that a return followed without anything in between. */
function troubleBefore(earlier: readonly Move[]): Explanation["reason"] {
  const from = earlier.findLastIndex(({ status }) => !TROUBLES.has(status)) + 1;
  const told = earlier.slice(from).map(({ dated }) => dated.observation.reason);
  return told.findLast((reason) => reason !== null) ?? null;
}
