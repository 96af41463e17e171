import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { days, delayWith } from "#lib/promise/delay/delay-testing.ts";
import { budgetLeft } from "./budget.ts";
import type { Gesture, GestureRule } from "./gesture.ts";
import { type GestureFacts, gestureFor } from "./gesture-for.ts";

const ANY: GestureRule["when"] = {
  daysLateAtLeast: null,
  severityAtLeast: null,
  orderValueAtLeastMinor: null,
  tiers: null,
  neededByMissed: null,
  occurrence: null,
};
const tenOff: Gesture = { kind: "percent_off", percent: 10, on: "next_order" };
const amountOff = (amountMinor: number): Gesture => ({ kind: "amount_off", amountMinor, on: "next_order" });

function rule(when: Partial<GestureRule["when"]>, give: Gesture = tenOff, id = "one"): GestureRule {
  return { id, name: id, when: { ...ANY, ...when }, give };
}

/** Three days late by the carrier's date, an order of 80.00 with 4.90 for shipping. */
function factsWith(changes: Partial<GestureFacts> = {}): GestureFacts {
  return {
    delay: delayWith({ carrierSays: days("2026-11-08") }),
    occurrence: "first",
    tier: null,
    order: { valueMinor: 8000, shippingMinor: 490 },
    costs: { hundredPointsMinor: 50, freeExpressMinor: 900 },
    budget: { perOrderMinor: null, perMonthMinor: null, spentOnOrderMinor: 0, spentThisMonthMinor: 0 },
    ...changes,
  };
}

describe("a rule gives only where all that it asks for holds", () => {
  test.each([
    [{}, {}, true],
    [{ daysLateAtLeast: 3 }, {}, true],
    [{ daysLateAtLeast: 4 }, {}, false],
    [{ severityAtLeast: 2 }, {}, true],
    [{ severityAtLeast: 3 }, {}, false],
    [{ orderValueAtLeastMinor: 8000 }, {}, true],
    [{ orderValueAtLeastMinor: 8001 }, {}, false],
    [{ tiers: ["Gold"] }, { tier: "Gold" }, true],
    [{ tiers: ["Gold"] }, { tier: "Silver" }, false],
    [{ tiers: ["Gold"] }, {}, false],
    [{ neededByMissed: false }, {}, true],
    [{ neededByMissed: true }, {}, false],
    [{ occurrence: "again" }, { occurrence: "again" }, true],
    [{ occurrence: "again" }, {}, false],
  ] as const)("%o of %o: %s", (when, changes, gives) => {
    expect(gestureFor([rule(when)], factsWith(changes)) !== null).toBe(gives);
  });

  test("days late are those that are sure, not those that are feared", () => {
    const window = { carrierSays: days("2026-11-06", "2026-11-10") };
    expect(gestureFor([rule({ daysLateAtLeast: 2 })], factsWith({ delay: delayWith(window) }))).toBeNull();
    expect(gestureFor([rule({ daysLateAtLeast: 1 })], factsWith({ delay: delayWith(window) }))).not.toBeNull();
  });

  test("a missed day of the shopper's own brings nothing but by a rule that is about such days", () => {
    const needed = { neededBy: "2026-11-04", neededBySaid: "order", carrierSays: days("2026-11-05") } as const;
    const facts = factsWith({ delay: delayWith(needed) });
    expect(gestureFor([rule({})], facts)).toBeNull();
    expect(gestureFor([rule({ neededByMissed: true })], facts)).not.toBeNull();
  });
});

test("nothing is given before an apology, whatever the rules say", () => {
  for (const delay of [delayWith(), delayWith({ pLate: 0.7 }), delayWith({ deliveredOn: "2026-11-09" })])
    expect(gestureFor([rule({})], factsWith({ delay }))).toBeNull();
});

test("the first rule that fits gives; shipping that was free is not refunded but leaves it to the next", () => {
  const rules = [
    rule({ daysLateAtLeast: 9 }, tenOff, "long"),
    rule({}, { kind: "shipping_refund" }, "shipping"),
    rule({}),
  ];
  expect(gestureFor(rules, factsWith())).toMatchObject({ rule: { id: "shipping" }, costMinor: 490 });
  const free = factsWith({ order: { valueMinor: 8000, shippingMinor: 0 } });
  expect(gestureFor(rules, free)).toMatchObject({ rule: { id: "one" }, costMinor: 800 });
});

test("points and express cost what the merchant reckons; while nobody said they are not given", () => {
  const [points, express] = [rule({}, { kind: "points", points: 250 }), rule({}, { kind: "free_express" })];
  expect(gestureFor([points], factsWith())?.costMinor).toBe(125);
  expect(gestureFor([express], factsWith())?.costMinor).toBe(900);
  const costs = { hundredPointsMinor: null, freeExpressMinor: null };
  expect(gestureFor([points, express], factsWith({ costs }))).toBeNull();
});

test("what the budget does not cover is reduced where it is money, down to half, and told as an amount", () => {
  const left = (perMonthMinor: number) =>
    factsWith({ budget: { perOrderMinor: null, perMonthMinor, spentOnOrderMinor: 0, spentThisMonthMinor: 1000 } });
  expect(gestureFor([rule({})], left(1500))).toMatchObject({ gesture: amountOff(500), costMinor: 500 });
  expect(gestureFor([rule({}, amountOff(600))], left(1300))).toMatchObject({ gesture: amountOff(300), costMinor: 300 });
  expect(gestureFor([rule({})], left(1399))).toBeNull();
  expect(gestureFor([rule({}, { kind: "shipping_refund" })], left(1400))).toBeNull();
});

const anyOn = fc.constantFrom("this_order" as const, "next_order" as const);
const anyGesture: fc.Arbitrary<Gesture> = fc.oneof(
  fc.constant<Gesture>({ kind: "shipping_refund" }),
  fc.record({ kind: fc.constant("percent_off" as const), percent: fc.integer({ min: 1, max: 100 }), on: anyOn }),
  fc.record({ kind: fc.constant("amount_off" as const), amountMinor: fc.integer({ min: 1, max: 9000 }), on: anyOn }),
  fc.record({ kind: fc.constant("points" as const), points: fc.integer({ min: 1, max: 9000 }) }),
  fc.constant<Gesture>({ kind: "free_express" }),
);
const anyLimit = fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null });

test("however many delays are compensated one after another, neither budget is ever overspent", () => {
  const orders = fc.array(
    fc.record({ valueMinor: fc.nat(30_000), shippingMinor: fc.nat(2000), gesture: anyGesture, order: fc.nat(3) }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(orders, anyLimit, anyLimit, (delays, perOrderMinor, perMonthMinor) => {
      const spentOn = new Map<number, number>();
      let spentThisMonthMinor = 0;
      for (const { gesture, order, ...money } of delays) {
        const spentOnOrderMinor = spentOn.get(order) ?? 0;
        const budget = { perOrderMinor, perMonthMinor, spentOnOrderMinor, spentThisMonthMinor };
        const choice = gestureFor([rule({}, gesture)], factsWith({ order: money, budget }));
        expect(choice?.costMinor ?? 0).toBeLessThanOrEqual(budgetLeft(budget));
        expect(Number.isInteger(choice?.costMinor ?? 0)).toBe(true);
        spentThisMonthMinor += choice?.costMinor ?? 0;
        spentOn.set(order, spentOnOrderMinor + (choice?.costMinor ?? 0));
      }
      expect(spentThisMonthMinor).toBeLessThanOrEqual(perMonthMinor ?? Number.POSITIVE_INFINITY);
      for (const spent of spentOn.values())
        expect(spent).toBeLessThanOrEqual(perOrderMinor ?? Number.POSITIVE_INFINITY);
    }),
  );
});

test("a gesture on this order never costs more than the order", () => {
  fc.assert(
    fc.property(anyGesture, fc.nat(30_000), (gesture, valueMinor) => {
      const choice = gestureFor([rule({}, gesture)], factsWith({ order: { valueMinor, shippingMinor: 0 } }));
      if ("on" in gesture && gesture.on === "this_order")
        expect(choice?.costMinor ?? 0).toBeLessThanOrEqual(valueMinor);
    }),
  );
});
