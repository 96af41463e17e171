import { describe, expect, test } from "vitest";
import type { Delay, DelayFacts } from "./delay.ts";
import { days, delayWith, learned } from "./delay-testing.ts";

type Case = readonly [name: string, changes: Partial<DelayFacts>, expected: Partial<Delay>];
const cases = (list: readonly Case[]) => list;

describe("nothing is said", () => {
  test.each(
    cases([
      ["on its way and due on Thursday", {}, { state: "on_time", severity: 0, daysLate: 0 }],
      ["due on Thursday, as the carrier says too", { carrierSays: days("2026-11-05") }, { state: "on_time" }],
      ["nobody promised a day", { promise: null }, { state: "none", daysLate: null }],
      ["rather not late", { pLate: 0.49 }, { state: "on_time" }],
      ["without a scan for two days, where scans are usual", { pLost: 0.9, daysSilent: 2 }, { state: "on_time" }],
      [
        "out for delivery on the promised day, whatever the model fears",
        { status: "out_for_delivery", promise: days("2026-11-03"), pLate: 0.9, carrierSays: days("2026-11-04") },
        { state: "on_time", now: days("2026-11-03") },
      ],
      [
        "waits at the shop, not yet due",
        { status: "pending", handedOver: false, pLate: 0.9, carrierSays: days("2026-11-09") },
        { state: "on_time" },
      ],
      [
        "a window of the carrier that begins in time, where the model is calm",
        { carrierSays: days("2026-11-05", "2026-11-06"), pLate: 0.2 },
        { state: "on_time" },
      ],
      ["bad weather that does not make it late", { status: "exception", reason: "weather" }, { state: "on_time" }],
      ["cancelled", { status: "cancelled", today: "2026-11-20" }, { state: "none" }],
      [
        "the promised day passed an hour ago and the carrier was last asked before",
        { promise: days("2026-11-02"), seenUntil: "2026-11-02" },
        { level: "none", state: "at_risk", cause: "unseen" },
      ],
      [
        "refused at the door",
        { status: "returning", reason: "refused", responsible: "shopper" },
        { state: "stuck", cause: "returning", now: null },
      ],
    ]),
  )("%s", (_, changes, expected) => {
    expect(delayWith(changes)).toMatchObject({ level: "none", severity: 0, ...expected });
  });
});

describe("may be later, said calmly", () => {
  test.each(
    cases([
      [
        "likely late",
        { pLate: 0.5, learned: learned(days("2026-11-05", "2026-11-08"), "2026-11-06") },
        { state: "at_risk", cause: "likely", now: days("2026-11-05", "2026-11-08"), daysLate: 1, leastDaysLate: 0 },
      ],
      ["still likely enough once it was said", { pLate: 0.41, before: "calm" }, { state: "at_risk", cause: "likely" }],
      [
        "a window of the carrier that ends too late, and no model",
        { carrierSays: days("2026-11-05", "2026-11-06") },
        { state: "at_risk", cause: "carrier_date", now: days("2026-11-05", "2026-11-06") },
      ],
      [
        "unusually silent, but not due yet",
        { silenceIsUnusual: true, daysSilent: 6, promise: days("2026-11-09") },
        { state: "stuck", cause: "silent", now: days("2026-11-09") },
      ],
      [
        "customs wait for the shopper's papers, also past the day",
        {
          status: "customs",
          reason: "customs_documents",
          responsible: "customs",
          actionRequired: "provide_documents",
          today: "2026-11-06",
          statusSinceDay: "2026-11-04",
        },
        { state: "stuck", cause: "action_needed", responsible: "customs" },
      ],
      [
        "nobody was at home on the last day",
        { status: "attempt_failed", responsible: "shopper", statusSinceDay: "2026-11-05", today: "2026-11-06" },
        { state: "stuck", cause: "action_needed" },
      ],
      [
        "and it is under way again since",
        { triedOn: "2026-11-05", today: "2026-11-06", carrierSays: days("2026-11-07") },
        { state: "stuck", cause: "action_needed", now: days("2026-11-07") },
      ],
      [
        "the address is wrong and the day is still ahead",
        { status: "exception", reason: "address_problem", responsible: "merchant", actionRequired: "correct_address" },
        { state: "stuck", cause: "action_needed", now: days("2026-11-04", "2026-11-05") },
      ],
      [
        "not collected, so that it goes back",
        { status: "returning", reason: "not_collected", responsible: "shopper" },
        { state: "stuck", cause: "returning", now: null },
      ],
      [
        "past its day, and the carrier has not answered for days",
        { promise: days("2026-11-01"), seenUntil: "2026-11-01" },
        { state: "at_risk", cause: "unseen" },
      ],
    ]),
  )("%s", (_, changes, expected) => {
    expect(delayWith(changes)).toMatchObject({ level: "calm", severity: 1, ...expected });
  });
});

describe("an apology", () => {
  test.each(
    cases([
      [
        "a storm: the carrier's new date is after the promise",
        { reason: "weather", responsible: "nature", carrierSays: days("2026-11-06", "2026-11-07") },
        {
          state: "late",
          cause: "carrier_date",
          severity: 2,
          daysLate: 2,
          leastDaysLate: 1,
          was: days("2026-11-04", "2026-11-05"),
          now: days("2026-11-06", "2026-11-07"),
          reason: "weather",
          responsible: "nature",
        },
      ],
      [
        "the carrier's date breaks the promise also where the page believes the model",
        {
          carrierSays: days("2026-11-06"),
          learned: learned(days("2026-11-04", "2026-11-05")),
          expected: { window: days("2026-11-04", "2026-11-05"), source: "learned" },
          pLate: 0.1,
        },
        { cause: "carrier_date", now: days("2026-11-06"), severity: 1 },
      ],
      [
        "a missort: nearly sure to be late",
        { reason: "missorted", pLate: 0.8, learned: learned(days("2026-11-05", "2026-11-10"), "2026-11-07") },
        { state: "late", cause: "nearly_sure", severity: 2, daysLate: 2, leastDaysLate: 0 },
      ],
      [
        "late: the day is over and it is not there",
        { today: "2026-11-06", learned: learned(days("2026-11-05", "2026-11-09"), "2026-11-06") },
        { state: "late", cause: "passed", severity: 1, daysLate: 1, now: days("2026-11-06", "2026-11-09") },
      ],
      [
        "out for delivery a day late",
        { today: "2026-11-06", status: "out_for_delivery" },
        { state: "late", cause: "passed", now: days("2026-11-06") },
      ],
      [
        "a late hand-over is the shop's own doing",
        { today: "2026-11-06", status: "pending", handedOver: false },
        { state: "late", cause: "passed", reason: "late_handover", responsible: "merchant" },
      ],
      [
        "handed over late, and nearly sure to be late for it",
        { handedOverLate: true, pLate: 0.9 },
        { cause: "nearly_sure", reason: "late_handover", responsible: "merchant" },
      ],
      [
        "silent past the promised day",
        { today: "2026-11-06", silenceIsUnusual: true, daysSilent: 3 },
        { state: "stuck", cause: "silent", severity: 2 },
      ],
      [
        "silent for long, and nobody ever promised a day",
        { promise: null, silenceIsUnusual: true, daysSilent: 6 },
        { state: "stuck", cause: "silent", severity: 2, daysLate: null },
      ],
      [
        "lost, as the carrier says",
        { status: "lost" },
        { state: "lost", cause: "carrier_says_lost", severity: 3, now: null },
      ],
      [
        "probably lost",
        { pLost: 0.5, daysSilent: 6 },
        { state: "lost", cause: "probably_lost", severity: 3, now: null },
      ],
      [
        "no scan, and three weeks past the promise",
        { today: "2026-11-26", daysSilent: null },
        { state: "lost", cause: "probably_lost" },
      ],
      [
        "three weeks past the promise, but scanned yesterday: late, not lost",
        { today: "2026-11-26", daysSilent: 1 },
        { state: "late", cause: "passed", severity: 3 },
      ],
      [
        "damaged",
        { status: "exception", reason: "damaged", responsible: "carrier" },
        { state: "stuck", cause: "damaged", severity: 3, now: null },
      ],
      [
        "going back through no fault of the shopper",
        { status: "returning", reason: "address_problem", responsible: "merchant" },
        { state: "stuck", cause: "returning", severity: 3, now: null },
      ],
      [
        "already late when customs asked the shopper",
        {
          today: "2026-11-09",
          status: "customs",
          responsible: "customs",
          actionRequired: "provide_documents",
          statusSinceDay: "2026-11-08",
        },
        { state: "late", cause: "passed" },
      ],
      [
        "nobody was at home in time, and the carrier never came again",
        { triedOn: "2026-11-05", today: "2026-11-12" },
        { state: "late", cause: "passed", severity: 3 },
      ],
      [
        "late when the carrier was last seen, also while it does not answer",
        { today: "2026-11-10", seenUntil: "2026-11-07" },
        { state: "late", cause: "passed", daysLate: 2 },
      ],
      [
        "said before the carrier fell silent",
        { seenUntil: "2026-11-01", before: "apology" },
        { state: "late", cause: "unseen" },
      ],
      ["not taken back by half", { pLate: 0.41, before: "apology" }, { state: "late", cause: "likely" }],
      [
        "moved the promise, did not mend it",
        { broken: days("2026-11-02"), promise: days("2026-11-06"), carrierSays: days("2026-11-06") },
        { state: "late", cause: "passed", was: days("2026-11-02"), now: days("2026-11-06") },
      ],
    ]),
  )("%s", (_, changes, expected) => {
    expect(delayWith(changes)).toMatchObject({ level: "apology", arrived: false, ...expected });
  });
});

describe("a day by which it is needed is a promise of its own", () => {
  const needed = { neededBy: "2026-11-04", neededBySaid: "order" } as const;

  test("missed by the carrier's date, though the shop's promise holds", () => {
    const delay = delayWith({ ...needed, carrierSays: days("2026-11-05") });
    expect(delay).toMatchObject({ level: "apology", cause: "needed_by", missesNeeded: true, daysLate: 1, severity: 2 });
  });

  test("at risk by the chance of that day alone", () => {
    const delay = delayWith({ ...needed, pLate: 0.1, pLateNeeded: 0.6 });
    expect(delay).toMatchObject({ level: "calm", cause: "needed_by", missesNeeded: false });
  });

  test("missed with the promise raises the severity by one, to three at most", () => {
    const late = { ...needed, carrierSays: days("2026-11-06") };
    expect(delayWith(late)).toMatchObject({ cause: "carrier_date", missesNeeded: true, severity: 2 });
    expect(delayWith({ ...late, carrierSays: days("2026-11-20") }).severity).toBe(3);
    expect(delayWith({ ...needed, status: "lost" })).toMatchObject({ missesNeeded: true, severity: 3 });
  });

  test("a wish before the shop's own window is answered calmly, one within it as a promise", () => {
    const wish = { neededBySaid: "page", carrierSays: days("2026-11-05") } as const;
    expect(delayWith({ ...wish, neededBy: "2026-11-03" })).toMatchObject({ level: "calm", missesNeeded: true });
    expect(delayWith({ ...wish, neededBy: "2026-11-04" })).toMatchObject({ level: "apology", missesNeeded: true });
    expect(delayWith({ ...wish, neededBy: "2026-11-04", promise: null })).toMatchObject({ level: "calm" });
  });
});

describe("what has arrived is judged against what the shopper was told, and nothing is said any more", () => {
  test.each(
    cases([
      ["in time", { status: "delivered", deliveredOn: "2026-11-05" }, { state: "on_time", daysLate: 0, severity: 0 }],
      ["late", { status: "delivered", deliveredOn: "2026-11-07" }, { state: "late", daysLate: 2, severity: 2 }],
      [
        "waiting to be collected in time, and still waiting",
        { status: "available_for_pickup", statusSinceDay: "2026-11-05", today: "2026-11-09", pLost: 0.9 },
        { state: "on_time", now: days("2026-11-05") },
      ],
      ["on a day that nobody told", { status: "delivered", statusSinceDay: null }, { state: "none" }],
      ["and is sent back by the shopper", { status: "returning", deliveredOn: "2026-11-04" }, { state: "on_time" }],
      [
        "by the promise that stood then, also where an earlier one was broken",
        { status: "delivered", deliveredOn: "2026-11-05", broken: days("2026-11-02") },
        { state: "on_time" },
      ],
      [
        "after the day of the order's note",
        { status: "delivered", deliveredOn: "2026-11-05", neededBy: "2026-11-04", neededBySaid: "order" },
        { state: "late", missesNeeded: true, severity: 2 },
      ],
    ]),
  )("%s", (_, changes, expected) => {
    expect(delayWith(changes)).toMatchObject({ level: "none", arrived: true, ...expected });
  });
});
