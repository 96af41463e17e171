import { REMEDIES } from "#lib/promise/remedy/remedy.ts";
import { type DelayRules, delayRulesSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { wholeNumber } from "./typed.ts";

const ANSWERED = ["pickup", "address", "reship", "refund", "person"] as const;

/** What a shopper may choose when something is wrong, and by when the shop answers. */
export const remediesForm: RuleForm<DelayRules> = {
  kind: "delay",
  schema: delayRulesSchema,
  part: ({ remedies, desk }) => ({ remedies, desk }),
  typedOf: ({ remedies, desk }) => ({
    ...Object.fromEntries(
      REMEDIES.filter((remedy) => remedies.offered[remedy]).map((remedy) => [`remedies.offered.${remedy}`, "on"]),
    ),
    "remedies.reshipFromDaysLate": String(remedies.reshipFromDaysLate),
    "remedies.refundFromDaysLate": String(remedies.refundFromDaysLate),
    "desk.closes": desk.closes,
    ...Object.fromEntries(ANSWERED.map((remedy) => [`desk.answerDays.${remedy}`, String(desk.answerDays[remedy])])),
  }),
  given: (typed, rules) => ({
    ...rules,
    remedies: {
      offered: Object.fromEntries(
        REMEDIES.map((remedy) => [remedy, typed[`remedies.offered.${remedy}`] !== undefined]),
      ),
      reshipFromDaysLate: wholeNumber(typed["remedies.reshipFromDaysLate"]),
      refundFromDaysLate: wholeNumber(typed["remedies.refundFromDaysLate"]),
    },
    desk: {
      closes: typed["desk.closes"]?.slice(0, 5),
      answerDays: Object.fromEntries(
        ANSWERED.map((remedy) => [remedy, wholeNumber(typed[`desk.answerDays.${remedy}`])]),
      ),
    },
  }),
  rows: {},
};
