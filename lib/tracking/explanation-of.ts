import type { Move } from "./counted-moves.ts";
import type { Observation } from "./observation.ts";
import type { Dated } from "./order-observations.ts";
import { responsibleFor } from "./reason.ts";
import type { Status } from "./status.ts";
import type { TrackingState } from "./tracking-state.ts";

type Explanation = Pick<TrackingState, "reason" | "responsible" | "actionRequired">;

const FINAL: ReadonlySet<Status> = new Set(["returned", "cancelled"]);

/**
 * Why the parcel is where it is: the newest word among what told its present status (`run`) and what was said since without
 * moving it. What only informs explains no end of a journey, and a delivery needs no explanation.
 */
export function explanationOf(ordered: readonly Dated<Observation>[], run: readonly Move[]): Explanation {
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
  const reason = because?.reason ?? null;
  return {
    reason,
    responsible: because?.responsible ?? (reason === null ? null : responsibleFor(reason)),
    actionRequired: words.find(({ actionRequired }) => actionRequired !== null)?.actionRequired ?? null,
  };
}
