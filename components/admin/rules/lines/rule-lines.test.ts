import { expect, test } from "vitest";
import { deskVoice } from "#lib/desk/desk-voice.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { readableRules } from "#lib/use-cases/rules/readable-rules.ts";
import { changedLines, RULE_GROUPS, type RuleGroup, ruleLines, type ShopRules } from "./rule-lines.ts";

const ground = (wish: string) => ({ ...deskVoice([wish]), currency: "GBP", zone: "Europe/London" });
const EN = ground("en");
const ZH = ground("zh-Hant-TW");

const STANDARD: PromiseRule = {
  ...{ id: "standard", method: "Standard", country: null, leastDays: 2, mostDays: 4, counts: "working" },
  ...{ cutOff: "14:00", handlingDays: 0 },
  calendar: { workdays: [1, 2, 3, 4, 5], holidaysOf: null, closed: [] },
};

function shop(given: { promise?: unknown; delay?: unknown; recommend?: unknown } = {}): ShopRules {
  return {
    promise: readableRules("promise", given.promise),
    delay: readableRules("delay", given.delay),
    recommend: readableRules("recommend", given.recommend),
  };
}

test("a promise reads as somebody would say it, in both languages", () => {
  const rules = shop({ promise: [STANDARD] });
  expect(ruleLines(EN, "promises", rules)).toEqual([
    "Orders sent by Standard before 14:00 leave the same day and arrive in 2 to 4 working days.",
    "Working days are Monday–Friday.",
  ]);
  expect(ruleLines(ZH, "promises", rules)).toEqual([
    "14:00 前成立、以「Standard」配送的訂單當天出貨，2 到 4 個工作天後送達。",
    "工作日為星期一–星期五。",
  ]);
});

test.each<[string, Partial<PromiseRule>, string]>([
  [
    "one day only",
    { leastDays: 1, mostDays: 1 },
    "Orders sent by Standard before 14:00 leave the same day and arrive 1 working day later.",
  ],
  [
    "handled first",
    { handlingDays: 2, cutOff: null },
    "Orders sent by Standard leave after 2 working days and arrive in 2 to 4 working days.",
  ],
  [
    "to one country, by any method",
    { method: "*", country: "DE" },
    "All orders to Germany before 14:00 leave the same day and arrive in 2 to 4 working days.",
  ],
  [
    "every day counts",
    { counts: "calendar", mostDays: 3 },
    "Orders sent by Standard before 14:00 leave the same day and arrive in 2 to 3 days.",
  ],
])("a promise says what is special about it: %s", (_, change, line) => {
  expect(ruleLines(EN, "promises", shop({ promise: [{ ...STANDARD, ...change }] }))[0]).toBe(line);
});

test("gestures read as conditions and gifts, with what may be spent and what cannot be given yet", () => {
  const delay = {
    gestures: [
      {
        ...{ id: "a", name: "Gold" },
        when: { daysLateAtLeast: 3, tiers: ["Gold", "Platinum"], orderValueAtLeastMinor: 5_000 },
        give: { kind: "percent_off", percent: 15, on: "next_order" },
      },
      { id: "b", name: "All", give: { kind: "points", points: 100 } },
    ],
    budget: { perOrderMinor: 2_000, perMonthMinor: 50_000 },
  };
  expect(ruleLines(EN, "gestures", shop({ delay }))).toEqual([
    "1. 3 days late or more, an order of £50.00 or more, a shopper of tier Gold or Platinum: 15% off the next order.",
    "2. Every delay that you say sorry for: 100 points.",
    "At most £20.00 for one order and at most £500.00 in a month.",
    "Points are not given until you say what 100 of them cost you.",
  ]);
});

test("every group of what comes with Porchlight reads in both languages, with no gap unfilled and no word left out", () => {
  for (const voice of [EN, ZH])
    for (const group of Object.keys(RULE_GROUPS) as RuleGroup[]) {
      const lines = ruleLines(voice, group, shop());
      expect(lines.length, group).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/rules\.|[{}]|undefined|^\s*$/);
    }
  expect(minorDigits(EN.currency)).toBe(2);
});

test("a change is told by the words that it changed, and by no others", () => {
  const before = shop({ delay: { remedies: { refundFromDaysLate: 3 } } });
  const after = shop({ delay: { remedies: { refundFromDaysLate: 5 } } });
  expect(changedLines(EN, "delay", { before, after })).toEqual({
    was: ["Money back is offered from 3 days late on, and at once for what will not come."],
    is: ["Money back is offered from 5 days late on, and at once for what will not come."],
  });
  expect(changedLines(EN, "delay", { before, after: before })).toEqual({ was: [], is: [] });
});
