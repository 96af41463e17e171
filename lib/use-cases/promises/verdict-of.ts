import type { ParcelRecord } from "#db/queries/judged-parcels.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import {
  brokenPromise,
  type DelayRecord,
  isSameRecord,
  lastingReason,
  levelBefore,
  recordAfter,
} from "#lib/promise/judging/delay-record.ts";
import { type Expectation, isSameExpectation } from "#lib/promise/judging/expectation.ts";
import { judgedParcel } from "#lib/promise/judging/judged-parcel.ts";
import type { ParcelSeen } from "#lib/promise/judging/parcel-seen.ts";
import type { Promised } from "#lib/promise/ledger.ts";
import type { ShopJudge } from "./shop-judge.ts";

/** How one parcel was judged, and what of it is not stored yet: null or nothing where all is. */
export type Verdict = {
  readonly parcel: ParcelRecord;
  readonly delay: Delay;
  readonly expectation: Expectation | null;
  readonly record: DelayRecord | null;
  readonly words: readonly Promised[];
};

/** Judges one parcel by what was seen of it and what is stored; pure. */
export function verdictOf({ judge }: ShopJudge, parcel: ParcelRecord, seen: ParcelSeen): Verdict {
  const { expectation: stored, delay: storedDelay } = parcel;
  const judged = judgedParcel(judge, {
    ...parcel,
    seen,
    way: parcel,
    firstBelief: stored?.handedOverMs == null ? null : firstBeliefOf(stored),
    before: levelBefore(storedDelay),
    broken: brokenPromise(storedDelay),
    why: lastingReason(storedDelay === null ? null : { ...storedDelay, isSolved: storedDelay.solvedMs !== null }),
  });
  const { expectation, delay, told } = judged;
  const { late, isOpen } = expectation;
  const record = recordAfter(storedDelay, delay, { nowMs: judge.nowMs, late, isOpen });
  const isSameDelay = record === null || (storedDelay !== null && isSameRecord(record, storedDelay));
  const isSame = stored !== null && isSameExpectation(stored, expectation, delay.level === "none");
  return {
    parcel,
    delay,
    // What a changed delay rests on is kept with it: the page tells the one by the other.
    expectation: isSame && isSameDelay ? null : expectation,
    record: isSameDelay ? null : record,
    words: told,
  };
}

/** Whether anything of a verdict has to be written. */
export function isNews(verdict: Verdict): boolean {
  return isMoved(verdict) || verdict.words.length > 0;
}

/** Whether the belief or the delay is another: what can be told without the whole ledger. */
export function isMoved({ expectation, record }: Verdict): boolean {
  return expectation !== null || record !== null;
}

function firstBeliefOf(stored: Expectation) {
  const { learnedFirstFrom, learnedFirstTo, learnedFirstDay, forecast, lateFirst } = stored;
  return { learnedFirstFrom, learnedFirstTo, learnedFirstDay, forecast, lateFirst };
}
