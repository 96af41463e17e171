import { delaysForm } from "./delays-form.ts";
import { gesturesForm } from "./gestures-form.ts";
import { kindsForm } from "./kinds-form.ts";
import { offersForm } from "./offers-form.ts";
import { productsForm } from "./products-form.ts";
import { promisesForm } from "./promises-form.ts";
import { remediesForm } from "./remedies-form.ts";
import { RULE_FORMS, type RuleForm, type RuleFormName } from "./rule-form.ts";

const FORMS: Readonly<Record<RuleFormName, unknown>> = {
  promises: promisesForm,
  delays: delaysForm,
  gestures: gesturesForm,
  remedies: remediesForm,
  offers: offersForm,
  products: productsForm,
  kinds: kindsForm,
};

/** A form by its name. What its rules are only its own functions know. */
export function ruleForm(name: RuleFormName): RuleForm<unknown> {
  return FORMS[name] as RuleForm<unknown>;
}

/** The form that an address or a field names; null for none. */
export function ruleFormFrom(text: string | undefined): RuleFormName | null {
  return RULE_FORMS.find((name) => name === text) ?? null;
}
