import type { Estimate, Observation } from "./observation.ts";
import type { Status } from "./status.ts";
import type { TrackingState } from "./tracking-state.ts";

/** Where a parcel does not come to the shopper any more, or has come. */
const NOT_COMING: ReadonlySet<Status> = new Set(["delivered", "lost", "returning", "returned", "cancelled"]);

/**
 * The newest estimate and those before it, from observations in their order. A report without one leaves the last standing, so
 * that the date never goes blank; once the parcel does not come any more, all of them are past.
 */
export function estimatesOf(
  ordered: readonly Observation[],
  status: Status,
): Pick<TrackingState, "estimate" | "estimatesBefore"> {
  const told: Estimate[] = [];
  for (const { estimate } of ordered) {
    const last = told.at(-1);
    if (estimate !== null && (last?.from !== estimate.from || last.to !== estimate.to)) told.push(estimate);
  }
  if (NOT_COMING.has(status)) return { estimate: null, estimatesBefore: told };
  return { estimate: told.at(-1) ?? null, estimatesBefore: told.slice(0, -1) };
}
