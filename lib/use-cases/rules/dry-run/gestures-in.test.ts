import fc from "fast-check";
import { expect, test } from "vitest";
import type { Delay } from "#lib/promise/delay/delay.ts";
import { delayRules, LATE } from "#lib/use-cases/promises/delays-testing.ts";
import { type Giving, gesturesIn } from "./gestures-in.ts";

const MONTHS = ["2026-09-01", "2026-10-01", "2026-11-01"];
const money = fc.integer({ min: 0, max: 20_000 });
const rule = fc.record({
  id: fc.uuid(),
  name: fc.constant("A gesture"),
  when: fc.record({ daysLateAtLeast: fc.option(fc.integer({ min: 0, max: 5 })) }),
  give: fc.oneof(
    fc.record({
      kind: fc.constant("percent_off"),
      percent: fc.integer({ min: 1, max: 100 }),
      on: fc.constant("this_order"),
    }),
    fc.record({
      kind: fc.constant("amount_off"),
      amountMinor: fc.integer({ min: 1, max: 9_000 }),
      on: fc.constant("next_order"),
    }),
    fc.constant({ kind: "shipping_refund" }),
    fc.record({ kind: fc.constant("points"), points: fc.integer({ min: 1, max: 900 }) }),
  ),
});
const giving = fc.record({
  ms: fc.integer({ min: 0, max: 1_000 }),
  month: fc.constantFrom(...MONTHS),
  delayId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  daysLate: fc.integer({ min: 0, max: 6 }),
  totalMinor: money,
});

function givingOf({ daysLate, totalMinor, ...rest }: typeof giving extends fc.Arbitrary<infer T> ? T : never): Giving {
  const delay: Delay = { ...LATE, daysLate, leastDaysLate: daysLate };
  const orderId = rest.delayId < "c" ? "one" : rest.delayId;
  return {
    ...rest,
    delay,
    order: {
      ...{ orderId, shopperId: orderId, currency: "GBP", budgetCurrency: "GBP", tier: null, isAgain: false },
      ...{ totalMinor, shippingMinor: Math.min(500, totalMinor), spentMinor: 0, offOrderMinor: 0, offShippingMinor: 0 },
    },
  };
}

test("whatever the rules and whoever is late when: no budget is ever overspent, and no delay has two gestures", () => {
  const shop = fc.record({
    gestures: fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 4 }),
    budget: fc.record({ perOrderMinor: fc.option(money), perMonthMinor: fc.option(money) }),
    costs: fc.record({ hundredPointsMinor: fc.option(money) }),
  });
  fc.assert(
    fc.property(shop, fc.array(giving, { maxLength: 30 }), money, (set, moments, before) => {
      const rules = delayRules(set);
      const givings = moments.map(givingOf);
      const given = gesturesIn(rules, { givings, spent: new Map([["2026-09-01", before]]) });
      const { perMonthMinor, perOrderMinor } = rules.budget;
      for (const [month, spent] of given.byMonth) {
        const start = month === "2026-09-01" ? before : 0;
        expect(spent).toBeLessThanOrEqual(Math.max(perMonthMinor ?? Number.POSITIVE_INFINITY, start));
      }
      for (const spent of given.byOrder.values())
        expect(spent).toBeLessThanOrEqual(perOrderMinor ?? Number.POSITIVE_INFINITY);
      expect(given.gestures).toBeLessThanOrEqual(new Set(givings.map(({ delayId }) => delayId)).size);
      const spent = [...given.byMonth.values()].reduce((sum, cost) => sum + cost, -before);
      expect(given.costMinor).toBe(spent);
      // In whatever order they are told of, the earliest comes first.
      expect(gesturesIn(rules, { givings: givings.toReversed(), spent: new Map() }).gestures).toBe(
        gesturesIn(rules, { givings, spent: new Map() }).gestures,
      );
    }),
  );
});

test("what a budget holds is given to the earliest; who comes later is counted as gone short", () => {
  const rules = delayRules({
    gestures: [{ id: "sorry", name: "Sorry", give: { kind: "amount_off", amountMinor: 500, on: "next_order" } }],
    budget: { perMonthMinor: 700 },
  });
  const late = (ms: number, delayId: "d" | "f") =>
    givingOf({ ms, delayId, month: "2026-11-01", daysLate: 2, totalMinor: 5_000 });
  const given = gesturesIn(rules, { givings: [late(3, "f"), late(1, "d"), late(2, "d")], spent: new Map() });
  expect(given).toMatchObject({ gestures: 1, costMinor: 500, short: 1 });
});
