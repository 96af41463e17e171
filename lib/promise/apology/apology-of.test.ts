import fc from "fast-check";
import { expect, test } from "vitest";
import type { DelayFacts } from "#lib/promise/delay/delay.ts";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import { anyFacts, days, delayWith, TODAY } from "#lib/promise/delay/delay-testing.ts";
import type { GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import { apologyOf, hidesRecommendations, isSolved, type StoredDelay } from "./apology-of.ts";

const gesture: GrantedGesture = { ruleId: "r", gesture: { kind: "shipping_refund" }, costMinor: 490, code: null };

function noticeOf(changes: Partial<DelayFacts>, previous: StoredDelay | null = null, today = TODAY) {
  return apologyOf({ delay: delayWith(changes), previous, remedies: ["wait"], gesture, tier: "Gold", today });
}

const told = (solvedOn: string | null): StoredDelay => ({ told: "apology", solvedOn });

test("at risk has choices, and neither a gesture nor a tier", () => {
  expect(noticeOf({ pLate: 0.6 })).toMatchObject({ kind: "at_risk", choices: ["wait"], gesture: null, tier: null });
});

test("an apology has choices, what the rules granted, and the tier of a loyal customer", () => {
  const notice = noticeOf({ carrierSays: days("2026-11-07") });
  expect(notice).toMatchObject({ kind: "apology", choices: ["wait"], gesture, tier: "Gold" });
});

test("what was apologised for and is there, or in time again, is called solved for a week", () => {
  const arrived = { status: "delivered", deliveredOn: "2026-11-07" } as const;
  expect(noticeOf(arrived, told(null))).toMatchObject({ kind: "solved", choices: [], delay: { daysLate: 2 } });
  expect(noticeOf({}, told("2026-10-27"))?.kind).toBe("solved");
  expect(noticeOf({}, told("2026-10-26"))).toBeNull();
});

test("a risk that went away says nothing, nor does a late arrival that nobody was told of", () => {
  expect(noticeOf({}, { told: "calm", solvedOn: null })).toBeNull();
  expect(noticeOf({ status: "delivered", deliveredOn: "2026-11-09" })).toBeNull();
});

test("what was cancelled, or cannot be seen, is not called solved", () => {
  expect(noticeOf({ status: "cancelled" }, told(null))).toBeNull();
  expect(noticeOf({ promise: days("2026-11-02"), seenUntil: "2026-11-02" }, told(null))).toBeNull();
});

test("one that is late anew after it was solved is apologised for again", () => {
  expect(noticeOf({ carrierSays: days("2026-11-07") }, told("2026-11-01"))?.kind).toBe("apology");
});

test("the two steps are never mixed: only an apology has a gesture before it is solved, and only it hides what is sold", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const delay = delayOf(facts);
      const notice = apologyOf({ delay, previous: null, remedies: ["wait"], gesture, tier: null, today: facts.today });
      expect(notice?.kind ?? "none").toBe({ none: "none", calm: "at_risk", apology: "apology" }[delay.level]);
      expect(notice !== null && notice.gesture !== null).toBe(delay.level === "apology");
      expect(hidesRecommendations(notice, false)).toBe(delay.level === "apology");
      expect(hidesRecommendations(notice, true)).toBe(true);
      if (isSolved(delay)) expect(notice).toBeNull();
    }),
  );
});
