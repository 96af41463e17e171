import { createHash } from "node:crypto";
import type { Db, Tx } from "#db/client.ts";
import { findRuleDraft, type RuleDraft } from "#db/queries/rule-drafts.ts";
import { findRules } from "#db/queries/rules.ts";
import { type RulesChange, rulesHistory } from "#db/queries/rules-history.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import { minorDigits } from "#lib/kernel/money.ts";
import { readableRules } from "#lib/use-cases/rules/readable-rules.ts";
import { checkedForm, type FieldProblem } from "./checked-form.ts";
import type { FormGround, RuleForm, RuleFormName } from "./rule-form.ts";
import { ruleForm } from "./rule-forms.ts";
import type { Typed } from "./typed.ts";

export type FormKey = {
  readonly merchantId: MerchantId;
  readonly userId: PersonId;
  readonly form: RuleFormName;
  readonly currency: string;
};

/** A form of rules as somebody finds it: what they typed last, else what holds. */
export type OpenRuleForm = {
  readonly typed: Typed;
  /** Something was typed that does not hold yet. */
  readonly isDraft: boolean;
  readonly base: string;
  readonly baseVersion: number;
  /** What holds now, and which version of it. */
  readonly rules: unknown;
  readonly version: number;
  /** What the rules would be with what was typed; null while something is wrong with it. */
  readonly draft: unknown;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  /** Somebody changed the same part since this was begun: the change, newest first, and what the part's hash is now. */
  readonly meanwhile: { readonly base: string; readonly changes: readonly RulesChange[] } | null;
  readonly tried: unknown;
};

const MOST_CHANGES = 5;

/** A form with the draft that this person has of it. */
export function openRuleForm({ db }: { readonly db: Db }, key: FormKey): Promise<OpenRuleForm> {
  const form = ruleForm(key.form);
  const ground = groundOf(key);
  return withTenant(db, key.merchantId, async (tx) => {
    const { rules, version } = await rulesNow(tx, key, form);
    const now = hashOf(form, rules);
    const check = (typed: Typed) => checkedForm(form, { typed, rules, ground });
    const kept = await findRuleDraft(tx, key);
    const keptChecked = kept === null ? null : await check(kept.fields);
    const isTheSame = keptChecked === null || (keptChecked.ok && hashOf(form, keptChecked.rules) === kept?.base);
    const isMoved = kept !== null && kept.base !== now;
    // Where nothing was changed there is nothing to keep from what others changed.
    const draft = isMoved && isTheSame ? null : kept;
    const typed = draft?.fields ?? form.typedOf(rules, ground);
    const checked = await check(typed);
    return {
      ...{ typed, rules, version, isDraft: !isTheSame, tried: draft?.tried ?? null },
      ...{ base: draft?.base ?? now, baseVersion: draft?.version ?? version },
      draft: checked.ok ? checked.rules : null,
      problems: checked.ok || draft === null ? {} : checked.problems,
      meanwhile: draft !== null && isMoved ? { base: now, changes: await changesSince(tx, key, form, draft) } : null,
    };
  });
}

/** What holds of a kind at this moment; version 0 for what is shipped. */
export async function rulesNow(
  tx: Tx,
  { merchantId }: Pick<FormKey, "merchantId">,
  { kind }: Pick<RuleForm<unknown>, "kind">,
): Promise<{ readonly rules: unknown; readonly version: number }> {
  const stored = await findRules(tx, { merchantId, kind });
  return { rules: readableRules(kind, stored?.rules), version: stored?.version ?? 0 };
}

/** By which a part of the rules is known again. */
export function hashOf(form: RuleForm<unknown>, rules: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(form.part(rules)))
    .digest("base64url")
    .slice(0, 22);
}

/** Money is typed in the shop's currency. */
export function groundOf({ currency }: Pick<FormKey, "currency">): FormGround {
  return { digits: minorDigits(currency) };
}

async function changesSince(
  tx: Tx,
  { merchantId }: FormKey,
  form: RuleForm<unknown>,
  draft: RuleDraft,
): Promise<readonly RulesChange[]> {
  const changes = await rulesHistory(tx, { merchantId, kind: form.kind, limit: MOST_CHANGES });
  return changes.filter(({ version }) => version > draft.version);
}
