import type { Observation } from "./observation.ts";
import type { Dated } from "./order-observations.ts";
import type { Status } from "./status.ts";

/** An observation that moved the parcel, and where to. */
export type Move = { readonly dated: Dated<Observation>; readonly status: Status };

const AFTER_DELIVERY: ReadonlySet<Status> = new Set(["delivered", "returning", "returned"]);

/**
 * The observations that count for the state, oldest first: each that moves. Behind a delivery only a return does, unless the
 * carrier took the delivery back: then it never was. What is delivered on its way back is back with the sender (USPS and
 * FedEx have no other word for it).
 */
export function countedMoves(ordered: readonly Dated<Observation>[]): Move[] {
  const corrections = ordered.flatMap((dated, index) => (dated.observation.corrects ? [{ ...dated, index }] : []));
  const counted: Move[] = [];
  let isDelivered = false;
  for (const [index, dated] of ordered.entries()) {
    const { status } = dated.observation;
    if (status === null) continue;
    const isTakenBack = corrections.some((by) => by.index > index || by.heardAt > dated.heardAt);
    if (status === "delivered" && isTakenBack) continue;
    if (isDelivered && !AFTER_DELIVERY.has(status)) continue;
    isDelivered ||= status === "delivered";
    counted.push({ dated, status: status === "delivered" && isOnWayBack(counted) ? "returned" : status });
  }
  return counted;
}

function isOnWayBack(counted: readonly Move[]): boolean {
  const before = counted.at(-1)?.status;
  return before === "returning" || before === "returned";
}

/** The moves at the end that all tell the present status, oldest first. */
export function presentRun(counted: readonly Move[]): Move[] {
  const status = counted.at(-1)?.status;
  return counted.slice(counted.findLastIndex((move) => move.status !== status) + 1);
}
