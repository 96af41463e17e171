import type { ParcelSeen } from "./parcel-seen.ts";

/** What is believed of a parcel's arrival, and what was believed when it was handed over. Chances are from 0 to 1. */
export type Belief = {
  /** The promise that counts. */
  readonly promisedFrom: string | null;
  readonly promisedTo: string | null;
  /** The window that the shopper sees, and who says it. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly source: "carrier" | "learned" | "promised" | null;
  readonly late: number | null;
  readonly lost: number | null;
  /** P(after the day by which the shopper needs it). */
  readonly lateNeeded: number | null;
  /** What is learned, whoever says the window that the shopper sees. */
  readonly learnedFrom: string | null;
  readonly learnedTo: string | null;
  readonly learnedDay: string | null;
  readonly silenceUnusual: boolean;
  readonly handedOverLate: boolean;
  /** Which level of the model moved the date most, and how many parcels it was learned from. */
  readonly basis: string | null;
  readonly basisParcels: number | null;
};

/** The part of it by which a delay is told. */
export type KeptBelief = Omit<Belief, "promisedFrom" | "promisedTo" | "basis" | "basisParcels">;

/** Of what was never judged. */
export const NOTHING_BELIEVED: KeptBelief = {
  fromDay: null,
  toDay: null,
  source: null,
  late: null,
  lost: null,
  lateNeeded: null,
  learnedFrom: null,
  learnedTo: null,
  learnedDay: null,
  silenceUnusual: false,
  handedOverLate: false,
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

/**
 * Whether what is believed now differs from what is stored by something that anybody would notice. While nothing is said of a
 * delay, nobody reads what is learned beside the window that is shown, which moves a little with every day.
 */
export function isSameExpectation(stored: Expectation, now: Expectation, isQuiet: boolean): boolean {
  return Object.entries(now).every(([name, value]) => {
    const before: unknown = Reflect.get(stored, name);
    if (name === "forecast") return true;
    if (name === "lateFirst" || (isQuiet && LEARNED_BESIDE.has(name))) return (before === null) === (value === null);
    return CHANCES.has(name) ? isNear(numberOf(value), numberOf(before)) : before === value;
  });
}

const CHANCES: ReadonlySet<string> = new Set(["late", "lost", "lateNeeded"]);
const LEARNED_BESIDE: ReadonlySet<string> = new Set(["learnedFrom", "learnedTo", "learnedDay"]);

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function isNear(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) < NOTICEABLE;
}
