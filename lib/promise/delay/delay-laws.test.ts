import fc from "fast-check";
import { expect, test } from "vitest";
import type { DelayFacts, Level } from "./delay.ts";
import { delayOf } from "./delay-of.ts";
import { anyFacts } from "./delay-testing.ts";
import { severityOf } from "./severity.ts";

const LOUDNESS: Readonly<Record<Level, number>> = { none: 0, calm: 1, apology: 2 };
const loudness = (facts: DelayFacts) => LOUDNESS[delayOf(facts).level];

/** The same facts with nothing in them that speaks against the promise. */
function wellOf(facts: DelayFacts): DelayFacts {
  const toDay = facts.promise === null || facts.promise.toDay < facts.today ? facts.today : facts.promise.toDay;
  const today = { fromDay: facts.today, toDay: facts.today };
  const isTrouble = ["lost", "returning", "returned", "expired", "attempt_failed", "exception"].includes(facts.status);
  return {
    ...facts,
    status: isTrouble ? "in_transit" : facts.status,
    seenUntil: facts.today,
    promise: { fromDay: facts.today, toDay },
    broken: null,
    neededBy: null,
    carrierSays: facts.carrierSays === null ? null : today,
    pLate: facts.pLate === null ? null : Math.min(facts.pLate, 0.39),
    pLost: null,
    silenceIsUnusual: false,
    deliveredOn: null,
    reason: null,
    actionRequired: null,
  };
}

test("every combination of facts has an answer, whose parts agree with each other", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { state, level, severity, was, now, daysLate, leastDaysLate, arrived } = delayOf(facts);
      if (level === "apology") expect(["late", "stuck", "lost"]).toContain(state);
      if (state === "at_risk") expect(level).not.toBe("apology");
      if (state === "on_time" || state === "none") expect([level, severity]).toEqual(["none", 0]);
      if (state === "on_time" && !arrived) expect((was?.toDay ?? facts.today) >= facts.today).toBe(true);
      if (level !== "none") expect(severity).toBeGreaterThan(0);
      if (arrived) expect(level).toBe("none");
      if (now !== null) expect(now.fromDay <= now.toDay).toBe(true);
      if (now !== null && !arrived) expect(now.fromDay >= facts.today).toBe(true);
      expect(leastDaysLate ?? 0).toBeLessThanOrEqual(daysLate ?? 0);
      expect(daysLate ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});

test("whose parcel is on time by every fact reads nothing of a delay, whatever was said before", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { state, level } = delayOf(wellOf(facts));
      expect(level).toBe("none");
      expect(["on_time", "late", "none"]).toContain(state);
    }),
    { numRuns: 1000 },
  );
});

test("a greater chance of being late never makes it quieter", () => {
  const chances = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(anyFacts, chances, (facts, [one, other]) => {
      const [less, more] = one <= other ? [one, other] : [other, one];
      expect(loudness({ ...facts, pLate: more })).toBeGreaterThanOrEqual(loudness({ ...facts, pLate: less }));
      expect(loudness({ ...facts, pLateNeeded: more })).toBeGreaterThanOrEqual(
        loudness({ ...facts, pLateNeeded: less }),
      );
      expect(loudness({ ...facts, pLost: more })).toBeGreaterThanOrEqual(loudness({ ...facts, pLost: less }));
    }),
    { numRuns: 1000 },
  );
});

test("before it is handed over only a day that is over is late: no chance and no date of a carrier is", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const waiting: DelayFacts = { ...wellOf(facts), status: "info_received", handedOver: false, before: "none" };
      expect(loudness({ ...waiting, pLate: facts.pLate, carrierSays: facts.carrierSays, pLost: facts.pLost })).toBe(0);
    }),
  );
});

test("the date never goes blank while the parcel comes and the model says a day that is ahead", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      fc.pre(facts.learned !== null && facts.learned.window.toDay >= facts.today);
      const { now, arrived, cause } = delayOf(facts);
      const comes = !["carrier_says_lost", "probably_lost", "damaged", "returning"].includes(cause ?? "");
      if (comes && !arrived && facts.status !== "cancelled") expect(now).not.toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test("a promise that is moved after an apology silences nothing until the parcel is there", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      fc.pre(facts.broken !== null && facts.promise !== null && facts.broken.toDay <= facts.promise.toDay);
      const unmoved = delayOf({ ...facts, promise: facts.broken, broken: null });
      const moved = delayOf(facts);
      if (!moved.arrived && facts.status !== "cancelled") expect(moved.level).toBe(unmoved.level);
    }),
    { numRuns: 1000 },
  );
});

test("of a parcel that no carrier ever told of nothing is claimed, however long ago it was due", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const silent = {
        ...wellOf(facts),
        status: "pending",
        handedOver: true,
        carrierSays: null,
        before: "none",
      } as const;
      const delay = delayOf({
        ...silent,
        seenUntil: null,
        promise: facts.promise,
        pLate: facts.pLate,
        pLost: facts.pLost,
      });
      expect([delay.level, delay.severity]).toEqual(["none", 0]);
    }),
  );
});

test("more days late are never less severe, and a missed day of the shopper's own never makes it less", () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(40), fc.nat(40), (facts, daysLate, more) => {
      const delay = { ...delayOf(facts), daysLate, missesNeeded: false };
      expect(severityOf({ ...delay, daysLate: daysLate + more })).toBeGreaterThanOrEqual(severityOf(delay));
      expect(severityOf({ ...delay, missesNeeded: true })).toBeGreaterThanOrEqual(severityOf(delay));
    }),
  );
});
