import type * as z from "zod";
import type { RulesKind } from "#db/queries/rules.ts";
import type { Typed } from "./typed.ts";

/** The forms in which rules are set, in the order of the overview. Several may set parts of one kind of rules. */
export const RULE_FORMS = ["promises", "delays", "gestures", "remedies", "offers", "products", "kinds"] as const;
export type RuleFormName = (typeof RULE_FORMS)[number];

/** The digits behind the point of the shop's currency. */
export type FormGround = { readonly digits: number };

/** One form: how it shows a part of the rules, and how what was typed becomes rules again. */
export type RuleForm<Rules> = {
  readonly kind: RulesKind;
  readonly schema: z.ZodType<Rules>;
  /** The part that this form sets: two people at other parts of the same rules are not in each other's way. */
  readonly part: (rules: Rules) => unknown;
  readonly typedOf: (rules: Rules, ground: FormGround) => Typed;
  /** All rules of the kind with this part as it was typed; what is no number stays a text, which the schema refuses. */
  readonly given: (typed: Typed, rules: Rules, ground: FormGround) => unknown;
  /** Its lists, with what a new row holds. */
  readonly rows: Readonly<Record<string, Typed>>;
  /** What stands before a place of the rules to make it the name of a field. */
  readonly prefix?: string;
};

/** The kind of rules that each form sets a part of. */
export const RULES_FORM_KINDS: Readonly<Record<RuleFormName, RulesKind>> = {
  ...{ promises: "promise", delays: "delay", gestures: "delay", remedies: "delay" },
  ...{ offers: "recommend", products: "recommend", kinds: "recommend" },
};
