import type { DemoSlug } from "./merchants.ts";

/**
 * What each demo shop does about delays, as a merchant would write it (`porchlight rules set delay`): a fashion label that
 * says sorry with the next order, an electronics shop that gives the shipping back, a tea house that gives points.
 */
export const demoDelayRules: Readonly<Record<DemoSlug, unknown>> = {
  "maison-alder": {
    gestures: [
      { id: "needed", name: "Missed the day it was needed", when: { neededByMissed: true }, give: percentOff(20) },
      { id: "late", name: "Two days late or more", when: { daysLateAtLeast: 2 }, give: percentOff(10) },
    ],
    budget: { perOrderMinor: 40_00, perMonthMinor: 500_00 },
  },
  voltgarten: {
    gestures: [
      { id: "late", name: "Late", when: { daysLateAtLeast: 1 }, give: { kind: "shipping_refund" } },
      { id: "grave", name: "Lost, damaged or long overdue", when: { severityAtLeast: 3 }, give: amountOff(10_00) },
    ],
    budget: { perOrderMinor: 15_00, perMonthMinor: 300_00 },
  },
  "alishan-tea": {
    gestures: [{ id: "late", name: "遲到", when: { daysLateAtLeast: 1 }, give: { kind: "points", points: 200 } }],
    budget: { perOrderMinor: 500_00, perMonthMinor: 10_000_00 },
    costs: { hundredPointsMinor: 20_00 },
  },
};

function percentOff(percent: number) {
  return { kind: "percent_off", percent, on: "next_order" };
}

function amountOff(amountMinor: number) {
  return { kind: "amount_off", amountMinor, on: "next_order" };
}
