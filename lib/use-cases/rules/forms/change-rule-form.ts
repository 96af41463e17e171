import type { Db } from "#db/client.ts";
import { dropRuleDraft, saveRuleDraft } from "#db/queries/rule-drafts.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";
import { checkedForm } from "./checked-form.ts";
import { type FormKey, groundOf, hashOf, rulesNow } from "./open-rule-form.ts";
import type { RuleForm } from "./rule-form.ts";
import { ruleForm } from "./rule-forms.ts";
import { rowsOf, type Typed, withRows } from "./typed.ts";

/** A button of a form: save, keep for later, give up, or change a list of rows. */
export type FormStep =
  | { readonly kind: "save" | "keep" | "discard" }
  | { readonly kind: "add"; readonly list: string }
  | { readonly kind: "remove" | "up" | "down"; readonly list: string; readonly at: number };

type Posted = FormKey & {
  readonly typed: Typed;
  /** What the form was begun with, as it was told when it was opened. */
  readonly base: string;
  readonly version: number;
  readonly step: FormStep;
};

/** `conflict`: somebody else changed the same part meanwhile; what was typed is kept. */
export type FormOutcome =
  | { readonly kind: "saved"; readonly version: number }
  /** `place`: the row that was touched, as the end of an address. */
  | { readonly kind: "kept"; readonly place: string }
  | { readonly kind: "problems" | "conflict" | "discarded" };

/** Does what a button of a form says. Whatever happens, nothing that was typed is lost but by giving it up. */
export async function changeRuleForm(deps: { readonly db: Db }, posted: Posted): Promise<FormOutcome> {
  const { merchantId, step } = posted;
  if (step.kind === "discard") {
    await withTenant(deps.db, merchantId, (tx) => dropRuleDraft(tx, posted));
    return { kind: "discarded" };
  }
  const typed = "list" in step ? stepped(posted.typed, posted, step) : posted.typed;
  const { rules, version } = await keep(deps, posted, typed);
  if (step.kind !== "save") return { kind: "kept", place: placeOf(step, typed) };
  return save(deps, { ...posted, typed }, { rules, version });
}

async function keep({ db }: { readonly db: Db }, posted: Posted, fields: Typed) {
  const form = ruleForm(posted.form);
  return withTenant(db, posted.merchantId, async (tx) => {
    await saveRuleDraft(tx, posted, { base: posted.base, version: posted.version, fields, tried: null });
    return rulesNow(tx, posted, form);
  });
}

async function save(
  deps: { readonly db: Db },
  posted: Posted,
  { rules, version }: { readonly rules: unknown; readonly version: number },
): Promise<FormOutcome> {
  const form = ruleForm(posted.form);
  const checked = await checkedForm(form, { typed: posted.typed, rules, ground: groundOf(posted) });
  if (!checked.ok) return { kind: "problems" };
  if (hashOf(form, rules) !== posted.base) return { kind: "conflict" };
  try {
    const { merchantId, userId: actor } = posted;
    const set = { merchantId, kind: form.kind, rules: checked.rules, expected: version, actor };
    const saved = await setRules(deps, set);
    await withTenant(deps.db, merchantId, (tx) => dropRuleDraft(tx, posted));
    return { kind: "saved", version: saved.version };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { kind: "conflict" };
    throw error;
  }
}

type RowStep = Extract<FormStep, { readonly list: string }>;

/** The same form with a row more or less, or with one that changed its place. */
function stepped(typed: Typed, { form: name }: Posted, step: RowStep): Typed {
  const form: RuleForm<unknown> = ruleForm(name);
  const fresh = Object.hasOwn(form.rows, step.list) ? form.rows[step.list] : undefined;
  if (fresh === undefined) return typed;
  const rows = [...rowsOf(typed, step.list)];
  if (step.kind === "add") return withRows(typed, step.list, [...rows, fresh]);
  const [row] = rows.splice(step.at, 1);
  if (row === undefined) return typed;
  if (step.kind === "up") rows.splice(Math.max(0, step.at - 1), 0, row);
  if (step.kind === "down") rows.splice(step.at + 1, 0, row);
  return withRows(typed, step.list, rows);
}

/** The row that somebody looks for after a step. */
function placeOf(step: FormStep, typed: Typed): string {
  if (!("list" in step)) return "";
  const last = rowsOf(typed, step.list).length - 1;
  if (step.kind === "add") return `#${step.list}.${last}`;
  const moved = { up: -1, down: 1, remove: 0 }[step.kind];
  return `#${step.list}.${Math.min(last, Math.max(0, step.at + moved))}`;
}

/** The step that a button's value names: `save`, `add:gestures`, `remove:gestures:2`. What is none keeps what was typed. */
export function stepFrom(text: string | undefined): FormStep {
  const [kind = "", list = "", at = ""] = (text ?? "").split(":");
  if (kind === "save" || kind === "discard") return { kind };
  if (kind === "add") return { kind, list };
  if ((kind === "remove" || kind === "up" || kind === "down") && /^\d{1,5}$/.test(at))
    return { kind, list, at: Number(at) };
  return { kind: "keep" };
}
