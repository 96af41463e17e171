import fc from "fast-check";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import { ACTIONS, REASONS, RESPONSIBLES } from "#lib/tracking/reason.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import type { Delay, DelayFacts, LearnedArrival } from "./delay.ts";
import { delayOf } from "./delay-of.ts";

/** A Tuesday. */
export const TODAY = "2026-11-03";

/** A window of one day or of more. */
export const days = (fromDay: string, toDay: string = fromDay): Window => ({ fromDay, toDay });

/** What the model says; its likely day is the first of the window unless given. */
export const learned = (window: Window, likelyDay: string = window.fromDay): LearnedArrival => ({ window, likelyDay });

/** A parcel under way that was scanned today and is due on Thursday, with all else well, and what is changed of it. */
export function factsWith(changes: Partial<DelayFacts> = {}): DelayFacts {
  return {
    today: TODAY,
    seenUntil: changes.today ?? TODAY,
    status: "in_transit",
    statusSinceDay: changes.today ?? TODAY,
    handedOver: true,
    handedOverLate: false,
    promise: days("2026-11-04", "2026-11-05"),
    broken: null,
    neededBy: null,
    neededBySaid: null,
    expected: null,
    carrierSays: null,
    carrierSaidFirst: "2026-11-04",
    learned: null,
    pLate: null,
    pLateNeeded: null,
    pLost: null,
    daysSilent: 0,
    silenceIsUnusual: false,
    deliveredOn: null,
    triedOn: null,
    reason: null,
    responsible: null,
    actionRequired: null,
    before: "none",
    thresholds: { atRisk: 0.5, nearlySure: 0.8, lost: 0.5, lostDaysAfterPromise: 21 },
    ...changes,
  };
}

/** How a parcel stands that is as usual but for what is changed. */
export function delayWith(changes: Partial<DelayFacts> = {}): Delay {
  return delayOf(factsWith(changes));
}

const anyDay = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`);
const anyWindow = fc.tuple(anyDay, anyDay).map(([one, other]) => (one <= other ? days(one, other) : days(other, one)));
const anyLearned = fc
  .tuple(anyWindow, fc.boolean())
  .map(([window, late]) => learned(window, late ? window.toDay : window.fromDay));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const chance = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

const anyRecord: fc.Arbitrary<DelayFacts> = fc.record({
  today: anyDay,
  seenUntil: maybe(anyDay),
  status: fc.constantFrom(...STATUSES),
  statusSinceDay: maybe(anyDay),
  handedOver: fc.boolean(),
  handedOverLate: fc.boolean(),
  promise: maybe(anyWindow),
  broken: maybe(anyWindow),
  neededBy: maybe(anyDay),
  neededBySaid: maybe(fc.constantFrom("order" as const, "page" as const)),
  expected: maybe(
    fc.record({
      window: anyWindow,
      source: fc.constantFrom("carrier" as const, "learned" as const, "promised" as const),
    }),
  ),
  carrierSays: maybe(anyWindow),
  carrierSaidFirst: maybe(anyDay),
  learned: maybe(anyLearned),
  pLate: maybe(chance),
  pLateNeeded: maybe(chance),
  pLost: maybe(chance),
  daysSilent: maybe(fc.integer({ min: 0, max: 40 })),
  silenceIsUnusual: fc.boolean(),
  deliveredOn: maybe(anyDay),
  triedOn: maybe(anyDay),
  reason: maybe(fc.constantFrom(...REASONS)),
  responsible: maybe(fc.constantFrom(...RESPONSIBLES)),
  actionRequired: maybe(fc.constantFrom(...ACTIONS)),
  before: fc.constantFrom("none" as const, "calm" as const, "apology" as const),
  thresholds: fc.constant(factsWith().thresholds),
});

/** Any combination of facts, also such as no carrier would tell; where a day is needed, somebody said so. */
export const anyFacts: fc.Arbitrary<DelayFacts> = anyRecord.map((facts) => ({
  ...facts,
  neededBySaid: facts.neededBy === null ? null : (facts.neededBySaid ?? "page"),
}));
