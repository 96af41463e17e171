import { expect, test } from "vitest";
import { checkedForm } from "./checked-form.ts";
import type { RuleFormName } from "./rule-form.ts";
import { ruleForm } from "./rule-forms.ts";
import type { Typed } from "./typed.ts";

const ground = { digits: 2 };

/** Rules with everything that can be set, and a second of each list. */
const PROMISE = [
  {
    ...{ id: "standard", method: "Standard", country: "DE", leastDays: 2, mostDays: 4, counts: "calendar" },
    ...{ cutOff: "14:00", handlingDays: 1 },
    calendar: { workdays: [1, 3, 6], holidaysOf: "DE-BY", closed: ["2026-12-24", "2026-12-31"] },
  },
  { id: "any", method: "*", leastDays: 0, mostDays: 0 },
];
const DELAY = {
  thresholds: { atRisk: 0.455, nearlySure: 0.9, lost: 0.5, lostDaysAfterPromise: 14 },
  gestures: [
    {
      ...{ id: "a", name: "Gold" },
      when: { daysLateAtLeast: 3, severityAtLeast: 2, orderValueAtLeastMinor: 5_050, tiers: ["Gold", "Platinum"] },
      give: { kind: "percent_off", percent: 12.5, on: "this_order" },
    },
    { id: "b", name: "B", when: { neededByMissed: false, occurrence: "again" }, give: { kind: "points", points: 150 } },
    { id: "c", name: "C", give: { kind: "amount_off", amountMinor: 1_205, on: "next_order" } },
    { id: "d", name: "D", give: { kind: "shipping_refund" } },
  ],
  budget: { perOrderMinor: 2_000, perMonthMinor: 50_010 },
  costs: { hundredPointsMinor: 12.25, freeExpressMinor: 995 },
  remedies: { offered: { refund: false }, reshipFromDaysLate: 5 },
  desk: { closes: "16:30", answerDays: { person: 3 } },
};
const RECOMMEND = {
  ...{ timing: { kind: "after_delivery", days: 4 }, consent: "not_refused", holdOut: 0.125, windowDays: 20 },
  ...{ pinned: [{ from: "A", to: "B" }], never: [{ from: "A", to: "C" }], excluded: ["D", "E, with a comma"] },
  categories: [{ name: "Headwear", categories: ["Hats, caps", "Bonnets"], skus: ["X-1"] }],
};
const ALL: readonly (readonly [RuleFormName, unknown])[] = [
  ["promises", PROMISE],
  ...(["delays", "gestures", "remedies"] as const).map((name) => [name, DELAY] as const),
  ...(["offers", "products", "kinds"] as const).map((name) => [name, RECOMMEND] as const),
];

test.each(ALL)("the form %s shows rules so that saving it untouched changes nothing", async (name, stored) => {
  const form = ruleForm(name);
  for (const given of [stored, form.kind === "promise" ? [] : {}]) {
    const rules = form.schema.parse(given);
    const typed = form.typedOf(rules, ground);
    expect(await checkedForm(form, { typed, rules, ground })).toEqual({ ok: true, rules });
  }
});

test.each<[RuleFormName, Typed, Readonly<Record<string, string>>]>([
  ["promises", { "rules.0.mostDays": "1" }, { "rules.0.mostDays": "least" }],
  ["promises", { "rules.0.leastDays": "two" }, { "rules.0.leastDays": "days90" }],
  ["promises", { "rules.0.country": "Narnia" }, { "rules.0.country": "country" }],
  ["promises", { "rules.0.calendar.holidaysOf": "XX" }, { "rules.0.calendar.holidaysOf": "place" }],
  ["promises", { "rules.0.calendar.closed": "2026-12-24\n24.12." }, { "rules.0.calendar.closed": "dates" }],
  ["delays", { "thresholds.atRisk": "95" }, { "thresholds.nearlySure": "order" }],
  ["delays", { "thresholds.lost": "" }, { "thresholds.lost": "share" }],
  [
    "gestures",
    { "gestures.0.name": " ", "gestures.2.give.amountMinor": "x" },
    { "gestures.0.name": "text", "gestures.2.give.amountMinor": "money" },
  ],
  ["gestures", { "gestures.0.give.percent": "0" }, { "gestures.0.give.percent": "percent" }],
  ["gestures", { "budget.perMonthMinor": "1.555" }, { "budget.perMonthMinor": "money" }],
  ["remedies", { "desk.answerDays.refund": "0" }, { "desk.answerDays.refund": "answer" }],
  ["offers", { "timing.days": "-1", holdOut: "60" }, { "timing.days": "days90", holdOut: "holdOut" }],
  ["products", { "pinned.0.to": "A", "excluded.0.sku": " " }, { "pinned.0.to": "pair", "excluded.0.sku": "sku" }],
  ["kinds", { "categories.0.name": "" }, { "categories.0.name": "text" }],
])("in %s a mistake is told at its field: %j", async (name, mistake, problems) => {
  const form = ruleForm(name);
  const stored = ALL.find(([each]) => each === name)?.[1];
  const rules = form.schema.parse(stored);
  const typed = { ...form.typedOf(rules, ground), ...mistake };
  expect(await checkedForm(form, { typed, rules, ground })).toEqual({ ok: false, problems });
});
