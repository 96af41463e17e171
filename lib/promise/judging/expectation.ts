import type { ParcelSeen } from "./parcel-seen.ts";

/** What is believed of a parcel's arrival, and what was believed when it was handed over. Chances are from 0 to 1. */
export type Belief = {
  /** The last day of the promise that counts. */
  readonly promisedTo: string | null;
  /** The window that the shopper sees, and who says it. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly source: "carrier" | "learned" | "promised" | null;
  readonly late: number | null;
  readonly lost: number | null;
  /** Which level of the model moved the date most, and how many parcels it was learned from. */
  readonly basis: string | null;
  readonly basisParcels: number | null;
};

/** Learned at hand-over and kept: what estimates are measured by afterwards. Null for what we first saw later. */
export type FirstBelief = {
  readonly learnedFirstFrom: string | null;
  readonly learnedFirstTo: string | null;
  readonly learnedFirstDay: string | null;
  readonly forecast: number | null;
  readonly lateFirst: number | null;
};

export type Expectation = ParcelSeen & Belief & FirstBelief;

export const NO_FIRST_BELIEF: FirstBelief = {
  learnedFirstFrom: null,
  learnedFirstTo: null,
  learnedFirstDay: null,
  forecast: null,
  lateFirst: null,
};

/** Chances move a little with every hour: below this nothing is written and nobody sees a difference. */
const NOTICEABLE = 0.05;

/** Whether what is believed now differs from what is stored by something that anybody would notice. */
export function isSameExpectation(stored: Expectation, now: Expectation): boolean {
  const { late, lost, lateFirst, forecast, ...rest } = now;
  const { late: storedLate, lost: storedLost, lateFirst: _lateFirst, forecast: _forecast, ...storedRest } = stored;
  const isSameRest = Object.entries(rest).every(([name, value]) => Reflect.get(storedRest, name) === value);
  return (
    isSameRest && isNear(late, storedLate) && isNear(lost, storedLost) && (lateFirst === null) === (_lateFirst === null)
  );
}

function isNear(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) < NOTICEABLE;
}
