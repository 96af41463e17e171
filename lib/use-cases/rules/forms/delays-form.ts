import { type DelayRules, delayRulesSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { percentText, shareOf, wholeNumber } from "./typed.ts";

/** From when on a shopper is told. */
export const delaysForm: RuleForm<DelayRules> = {
  kind: "delay",
  schema: delayRulesSchema,
  part: ({ thresholds }) => thresholds,
  typedOf: ({ thresholds: { atRisk, nearlySure, lost, lostDaysAfterPromise } }) => ({
    "thresholds.atRisk": percentText(atRisk),
    "thresholds.nearlySure": percentText(nearlySure),
    "thresholds.lost": percentText(lost),
    "thresholds.lostDaysAfterPromise": String(lostDaysAfterPromise),
  }),
  given: (typed, rules) => ({
    ...rules,
    thresholds: {
      atRisk: shareOf(typed["thresholds.atRisk"]),
      nearlySure: shareOf(typed["thresholds.nearlySure"]),
      lost: shareOf(typed["thresholds.lost"]),
      lostDaysAfterPromise: wholeNumber(typed["thresholds.lostDaysAfterPromise"]),
    },
  }),
  rows: {},
};
