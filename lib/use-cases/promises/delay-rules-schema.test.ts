import { expect, test } from "vitest";
import { delayRulesSchema } from "./delay-rules-schema.ts";

test("a merchant who set nothing has the defaults: no gestures, every remedy, the costly ones from three days late on", () => {
  expect(delayRulesSchema.parse({})).toEqual({
    thresholds: { atRisk: 0.5, nearlySure: 0.8, lost: 0.5, lostDaysAfterPromise: 21 },
    gestures: [],
    budget: { perOrderMinor: null, perMonthMinor: null },
    costs: { hundredPointsMinor: null, freeExpressMinor: null },
    remedies: {
      offered: { wait: true, pickup: true, address: true, reship: true, refund: true, person: true },
      reshipFromDaysLate: 3,
      refundFromDaysLate: 3,
    },
    desk: { closes: "17:00", answerDays: { pickup: 1, address: 1, reship: 1, refund: 1, person: 1 } },
  });
});

test("what is set stands beside the defaults of what is not", () => {
  const rules = delayRulesSchema.parse({
    thresholds: { atRisk: 0.4 },
    gestures: [{ id: "gold", name: "Gold", when: { tiers: ["Gold"] }, give: { kind: "points", points: 100 } }],
    remedies: { offered: { refund: false } },
  });
  expect(rules.thresholds).toMatchObject({ atRisk: 0.4, nearlySure: 0.8 });
  expect(rules.gestures[0]?.when).toMatchObject({ tiers: ["Gold"], daysLateAtLeast: null, occurrence: null });
  expect(rules.remedies.offered).toMatchObject({ refund: false, reship: true });
});

const give = { kind: "free_express" };
test.each([
  ["an apology before the calm notice", { thresholds: { atRisk: 0.9 } }],
  ["a certain apology for everybody", { thresholds: { atRisk: 0 } }],
  [
    "more than all off",
    { gestures: [{ id: "a", name: "a", give: { kind: "percent_off", percent: 101, on: "next_order" } }] },
  ],
  [
    "two rules of one id",
    {
      gestures: [
        { id: "a", name: "a", give },
        { id: "a", name: "b", give },
      ],
    },
  ],
  ["part of a penny", { budget: { perMonthMinor: 1.5 } }],
  ["an hour that is none", { desk: { closes: "25:00" } }],
])("%s is refused", (_, stored) => {
  expect(delayRulesSchema.safeParse(stored).success).toBe(false);
});
