import { randomUUID } from "node:crypto";
import type { Gesture, GestureRule } from "#lib/promise/gesture/gesture.ts";
import { type DelayRules, delayRulesSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { amountText, listOf, minorUnits, rowsOf, type Typed, wholeNumber, withRows } from "./typed.ts";

/** What is given for a delay, the first that fits, and what may be spent on it. */
export const gesturesForm: RuleForm<DelayRules> = {
  kind: "delay",
  schema: delayRulesSchema,
  part: ({ gestures, budget, costs }) => ({ gestures, budget, costs }),
  typedOf: ({ gestures, budget, costs }, { digits }) =>
    withRows(
      {
        "budget.perOrderMinor": amountText(budget.perOrderMinor, digits),
        "budget.perMonthMinor": amountText(budget.perMonthMinor, digits),
        "costs.hundredPointsMinor": fineText(costs.hundredPointsMinor, digits),
        "costs.freeExpressMinor": amountText(costs.freeExpressMinor, digits),
      },
      "gestures",
      gestures.map((rule) => rowOf(rule, digits)),
    ),
  given: (typed, rules, { digits }) => ({
    ...rules,
    gestures: rowsOf(typed, "gestures").map((row) => ruleOf(row, digits)),
    budget: {
      perOrderMinor: minorUnits(typed["budget.perOrderMinor"], digits),
      perMonthMinor: minorUnits(typed["budget.perMonthMinor"], digits),
    },
    costs: {
      hundredPointsMinor: fineMinor(typed["costs.hundredPointsMinor"], digits),
      freeExpressMinor: minorUnits(typed["costs.freeExpressMinor"], digits),
    },
  }),
  rows: {
    gestures: {
      ...{ id: "", name: "", "when.daysLateAtLeast": "2", "when.severityAtLeast": "", "when.tiers": "" },
      ...{ "when.orderValueAtLeastMinor": "", "when.neededByMissed": "", "when.occurrence": "" },
      ...{ "give.kind": "percent_off", "give.percent": "10", "give.amountMinor": "", "give.points": "" },
      "give.on": "next_order",
    },
  },
};

function rowOf({ id, name, when, give }: GestureRule, digits: number): Typed {
  return {
    ...{ id, name, ...givenText(give, digits), "give.kind": give.kind },
    "when.daysLateAtLeast": when.daysLateAtLeast === null ? "" : String(when.daysLateAtLeast),
    "when.severityAtLeast": when.severityAtLeast === null ? "" : String(when.severityAtLeast),
    "when.orderValueAtLeastMinor": amountText(when.orderValueAtLeastMinor, digits),
    "when.tiers": (when.tiers ?? []).join(", "),
    "when.neededByMissed": when.neededByMissed === null ? "" : String(when.neededByMissed),
    "when.occurrence": when.occurrence ?? "",
  };
}

function givenText(give: Gesture, digits: number): Typed {
  return {
    "give.on": "on" in give ? give.on : "next_order",
    "give.percent": give.kind === "percent_off" ? String(give.percent) : "",
    "give.amountMinor": give.kind === "amount_off" ? amountText(give.amountMinor, digits) : "",
    "give.points": give.kind === "points" ? String(give.points) : "",
  };
}

function ruleOf(row: Typed, digits: number) {
  const tiers = listOf(row["when.tiers"]);
  const needed = row["when.neededByMissed"];
  return {
    id: row.id === undefined || row.id === "" ? randomUUID() : row.id,
    name: row.name,
    when: {
      daysLateAtLeast: wholeNumber(row["when.daysLateAtLeast"]),
      severityAtLeast: wholeNumber(row["when.severityAtLeast"]),
      orderValueAtLeastMinor: minorUnits(row["when.orderValueAtLeastMinor"], digits),
      tiers: tiers.length === 0 ? null : tiers,
      neededByMissed: needed === undefined || needed === "" ? null : needed === "true",
      occurrence: row["when.occurrence"] === "" ? null : (row["when.occurrence"] ?? null),
    },
    give: giveOf(row, digits),
  };
}

function giveOf(row: Typed, digits: number) {
  const kind = row["give.kind"];
  const on = row["give.on"];
  switch (kind) {
    case "percent_off":
      return { kind, on, percent: Number(row["give.percent"]?.trim() || "0") };
    case "amount_off":
      return { kind, on, amountMinor: minorUnits(row["give.amountMinor"], digits) };
    case "points":
      return { kind, points: wholeNumber(row["give.points"]) };
    default:
      return { kind };
  }
}

/** Points may cost parts of a penny. */
const FINER = 4;

function fineText(minor: number | null, digits: number): string {
  if (minor === null) return "";
  const text = amountText(Math.round(minor * 10 ** FINER), digits + FINER);
  return text.includes(".") ? text.replace(/0+$/, "") : text;
}

function fineMinor(text: string | undefined, digits: number): number | string | null {
  const fine = minorUnits(text, digits + FINER);
  return typeof fine === "number" ? fine / 10 ** FINER : fine;
}
