import { type RecommendRules, recommendRulesSchema } from "#lib/use-cases/recommend/recommend-rules-schema.ts";
import type { RuleForm } from "./rule-form.ts";
import { percentText, shareOf, wholeNumber } from "./typed.ts";

/** When something is recommended, to whom, and how it is measured. */
export const offersForm: RuleForm<RecommendRules> = {
  kind: "recommend",
  schema: recommendRulesSchema,
  part: ({ timing, consent, holdOut, windowDays }) => ({ timing, consent, holdOut, windowDays }),
  typedOf: ({ timing, consent, holdOut, windowDays }) => ({
    "timing.kind": timing.kind,
    "timing.days": timing.kind === "after_delivery" ? String(timing.days) : "0",
    consent,
    holdOut: percentText(holdOut),
    windowDays: String(windowDays),
  }),
  given: (typed, rules) => {
    const kind = typed["timing.kind"];
    return {
      ...rules,
      timing: kind === "after_delivery" ? { kind, days: wholeNumber(typed["timing.days"]) ?? 0 } : { kind },
      consent: typed.consent,
      holdOut: shareOf(typed.holdOut),
      windowDays: wholeNumber(typed.windowDays),
    };
  },
  rows: {},
};
