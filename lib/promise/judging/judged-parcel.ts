import { arrivalReasons } from "#lib/promise/arrival/arrival-reasons.ts";
import type { ArrivalReader } from "#lib/promise/arrival/arrival-state.ts";
import type { Delay, DelayFacts, Level, Thresholds } from "#lib/promise/delay/delay.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import { type Promised, standingPromise } from "#lib/promise/ledger.ts";
import { isoSeconds } from "#lib/tracking/epoch.ts";
import { SCANS_COME_IN_MS } from "#lib/tracking/page/seen-until.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import { delayFacts, type Why } from "./delay-facts.ts";
import type { Belief, Expectation, FirstBelief } from "./expectation.ts";
import { type AskedParcel, chanceAfter, firstBelief, type Learned, learnedArrival } from "./learned-arrival.ts";
import { localDay } from "./local-moment.ts";
import { parcelRoute } from "./parcel-route.ts";
import { carrierWord, learnedWord } from "./words-told.ts";

/** One parcel with all that it is judged by. Instants in milliseconds since 1970, days where it goes. */
export type ParcelToJudge = Omit<AskedParcel, "seenMs"> & {
  /** The carrier's last answer. */
  readonly checkedMs: number | null;
  readonly isCancelled: boolean;
  readonly neededBy: string | null;
  readonly neededBySaid: DelayFacts["neededBySaid"];
  /** What was promised for the order and told of this parcel. */
  readonly ledger: readonly Promised[];
  /** Null until it was handed over and judged. */
  readonly firstBelief: FirstBelief | null;
  /** What was last said of it, and the promise that an apology was made for. */
  readonly before: Level;
  readonly broken: Window | null;
  /** Why, as it was last said. */
  readonly why: Why | null;
};

/** What parcels of one shop are judged with. */
export type Judge = {
  readonly nowMs: number;
  readonly reader: ArrivalReader;
  readonly thresholds: Thresholds;
  /** Whose dates were nearer on past parcels, by carrier. */
  readonly betterSource: (carrier: string) => "carrier" | "learned";
};

export type Judged = {
  readonly expectation: Expectation;
  readonly delay: Delay;
  /** Words that the shopper reads for the first time, for the ledger. */
  readonly told: readonly Promised[];
};

/** With fewer parcels of its own a shop's chances are judgement: enough to say "may be later", never to apologise. */
const ENOUGH_PARCELS = 100;
const ALMOST = 0.01;
/** Nobody waits for longer: it is not looked at each hour any more. */
const FORGOTTEN_MS = 120 * 86_400_000;

/** How one parcel stands to its promise now, from what is stored of it: pure, and the same however often it is asked. */
export function judgedParcel(judge: Judge, parcel: ParcelToJudge): Judged {
  const { nowMs, reader } = judge;
  const { seen, status } = parcel;
  const today = localDay(nowMs, seen.zone);
  const asked = { ...parcel, seenMs: Math.min(nowMs, parcel.checkedMs ?? nowMs) };
  const learned = parcel.isCancelled ? null : learnedArrival(reader, asked);
  const carrier = windowFrom(seen.carrierFrom, seen.carrierTo);
  const telling = { saidAt: isoSeconds(nowMs), reason: seen.reason };
  const said = seen.arrivedOn === null ? carrierWord(parcel.ledger, carrier, telling) : [];
  const promise = windowOf(standingPromise([...parcel.ledger, ...said]));
  const expected = expectedWindow(judge, parcel, { carrier, learned, promise, today });
  const seenLearned = expected?.source === "learned" ? expected.window : null;
  const late = promise === null ? null : chanceOf(judge, promise.toDay, { learned, carrier });
  const neededBy = parcel.neededBy;
  const belief = {
    ...beliefOf(reader, parcel, { promise, expected, late, learned }),
    lateNeeded: neededBy === null ? null : chanceOf(judge, neededBy, { learned, carrier }),
    lost: learned === null ? null : Math.min(learned.lost, isLearned(reader) ? 1 : judge.thresholds.lost - ALMOST),
    handedOverLate: isHandedOverLate(parcel, promise, today),
  };
  const facts = delayFacts({
    ...{ today, promise, belief, neededBy, carrierSays: carrier, thresholds: judge.thresholds },
    carrierSaidFirst: seen.carrierFirstTo,
    seenUntil: parcel.checkedMs === null ? null : localDay(parcel.checkedMs - SCANS_COME_IN_MS, seen.zone),
    newsDay: parcel.newsMs === null ? null : localDay(parcel.newsMs, seen.zone),
    status: parcel.isCancelled ? "cancelled" : status,
    statusSinceDay: seen.statusSince,
    handedOver: seen.handedOverMs !== null,
    neededBySaid: parcel.neededBySaid,
    arrivedOn: seen.arrivedOn,
    triedOn: seen.triedOn,
    reason: seen.reason,
    responsible: seen.responsible,
    actionRequired: seen.actionRequired,
    ...{ before: parcel.before, broken: parcel.broken, why: parcel.why },
  });
  return {
    delay: delayOf(facts),
    told: [...said, ...learnedWord(parcel.ledger, seenLearned, telling)],
    expectation: {
      ...seen,
      isOpen: isOpen(parcel, nowMs),
      ...belief,
      ...(parcel.firstBelief ?? firstBelief(reader, asked, { nowMs, promisedTo: promise?.toDay ?? null })),
    },
  };
}

function isOpen({ seen, isCancelled, placedMs }: ParcelToJudge, nowMs: number): boolean {
  return seen.isOpen && !isCancelled && nowMs - (seen.handedOverMs ?? placedMs) < FORGOTTEN_MS;
}

type Told = { readonly carrier: Window | null; readonly learned: Learned | null; readonly promise: Window | null };

/** The better of carrier and learned on past parcels; before enough was learned the shop's own promise. */
function expectedWindow(
  { betterSource, reader }: Judge,
  { way }: ParcelToJudge,
  { carrier, learned, promise, today }: Told & { readonly today: string },
): DelayFacts["expected"] {
  const isAhead = (window: Window | null): window is Window => window !== null && window.toDay >= today;
  const byCarrier = isAhead(carrier) ? { window: carrier, source: "carrier" as const } : null;
  const byPromise = isAhead(promise) ? { window: promise, source: "promised" as const } : null;
  const byLearned = learned === null ? null : { window: learned.window, source: "learned" as const };
  if (!isLearned(reader)) return byCarrier ?? byPromise ?? byLearned;
  if (byLearned !== null && betterSource(way.carrier) === "learned") return byLearned;
  return byCarrier ?? byLearned ?? byPromise;
}

function isLearned(reader: ArrivalReader): boolean {
  return reader.state.routes.parcels >= ENOUGH_PARCELS;
}

/**
 * P(it comes after the day). One that rests on judgement alone says nothing against a carrier that names a day in time, and is
 * never sure enough for an apology.
 */
function chanceOf(
  { reader, thresholds }: Judge,
  day: string,
  { learned, carrier }: Omit<Told, "promise">,
): number | null {
  if (learned === null) return null;
  const chance = chanceAfter(learned, day);
  if (isLearned(reader)) return chance;
  if (carrier !== null && carrier.toDay <= day) return null;
  return Math.min(chance, Math.max(0, thresholds.nearlySure - ALMOST));
}

/** Handed over, or still with the shop, when it should have been arriving. */
function isHandedOverLate({ seen, placedMs }: ParcelToJudge, promise: Window | null, today: string): boolean {
  if (promise === null) return false;
  const day = seen.handedOverMs === null ? today : localDay(seen.handedOverMs, seen.zone);
  if (day === localDay(placedMs, seen.zone)) return false;
  return day >= promise.toDay || day > promise.fromDay;
}

function beliefOf(
  reader: ArrivalReader,
  { way, seen }: ParcelToJudge,
  known: Pick<Told, "promise" | "learned"> & {
    readonly expected: DelayFacts["expected"];
    readonly late: number | null;
  },
): Omit<Belief, "lost" | "lateNeeded" | "handedOverLate"> {
  const { promise, expected, late, learned } = known;
  const { route, networks } = parcelRoute({ ...way, ...seen });
  const reasons = learned === null ? null : arrivalReasons(reader, route, networks);
  return {
    promisedFrom: promise?.fromDay ?? null,
    promisedTo: promise?.toDay ?? null,
    fromDay: expected?.window.fromDay ?? null,
    toDay: expected?.window.toDay ?? null,
    source: expected?.source ?? null,
    late,
    learnedFrom: learned?.window.fromDay ?? null,
    learnedTo: learned?.window.toDay ?? null,
    learnedDay: learned?.likelyDay ?? null,
    silenceUnusual: learned?.silenceIsUnusual ?? false,
    basis: reasons === null ? null : basisOf(reasons),
    basisParcels: reasons === null ? null : (reasons.strongest?.parcels ?? reasons.parcels),
  };
}

function basisOf({ strongest, judged }: ReturnType<typeof arrivalReasons>): string {
  if (strongest === null) return judged ? "judged" : "shop";
  return `${strongest.name} ${strongest.level}`;
}

function windowFrom(fromDay: string | null, toDay: string | null): Window | null {
  return fromDay === null || toDay === null ? null : { fromDay, toDay };
}

function windowOf(promised: Promised | null): Window | null {
  return promised === null ? null : { fromDay: promised.fromDay, toDay: promised.toDay };
}
