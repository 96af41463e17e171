import "server-only";
import { type FoundProduct, findProducts, titlesOfSkus } from "#db/queries/find-products.ts";
import { draftsOfPerson } from "#db/queries/rule-drafts.ts";
import { findRules, RULES_KINDS, type RulesKind } from "#db/queries/rules.ts";
import { type RulesChange, rulesHistory } from "#db/queries/rules-history.ts";
import { withTenant } from "#db/tenant.ts";
import { type FormKey, type OpenRuleForm, openRuleForm } from "#lib/use-cases/rules/forms/open-rule-form.ts";
import { RULE_FORMS } from "#lib/use-cases/rules/forms/rule-form.ts";
import { rulesProblems } from "#lib/use-cases/rules/rules-problems.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";

/*
 * What the desk's pages of rules read, after `requireMember` said whose they are.
 */

const MOST_CHANGES = 20;
const MOST_FOUND = 12;

/** The rules of a kind as they are stored, and who changed them last. */
export type StoredKind = {
  readonly kind: RulesKind;
  readonly rules: unknown;
  readonly isUnreadable: boolean;
  readonly changed: RulesChange | null;
};

/** All kinds, and the forms in which this person has something unsaved. */
export async function rulesOverview(visit: Visit): Promise<{
  readonly kinds: readonly StoredKind[];
  readonly drafts: readonly string[];
}> {
  const merchantId = visit.merchant.id;
  const read = await withTenant(context().db, merchantId, async (tx) => {
    const kinds: StoredKind[] = [];
    for (const kind of RULES_KINDS) {
      const stored = await findRules(tx, { merchantId, kind });
      const [changed = null] = await rulesHistory(tx, { merchantId, kind, limit: 1 });
      const isUnreadable = stored !== null && rulesProblems(kind, stored.rules).length > 0;
      kinds.push({ kind, rules: stored?.rules ?? null, isUnreadable, changed });
    }
    return { kinds, drafts: await draftsOfPerson(tx, { merchantId, userId: visit.person.id }) };
  });
  // What was only tried is kept too, and is no change.
  const forms = RULE_FORMS.filter((form) => read.drafts.includes(form));
  const opened = await Promise.all(forms.map(async (form) => ({ form, ...(await ruleFormOf(visit, form)) })));
  return { kinds: read.kinds, drafts: opened.filter(({ isDraft }) => isDraft).map(({ form }) => form) };
}

/** Whose form it is. */
export function formKeyOf({ merchant, person }: Visit, form: FormKey["form"]): FormKey {
  return { merchantId: merchant.id, userId: person.id, form, currency: merchant.currency };
}

export function ruleFormOf(visit: Visit, form: FormKey["form"]): Promise<OpenRuleForm> {
  return openRuleForm(context(), formKeyOf(visit, form));
}

/** The newest changes of a kind. */
export function changesOf({ merchant }: Visit, kind: RulesKind): Promise<readonly RulesChange[]> {
  return withTenant(context().db, merchant.id, (tx) =>
    rulesHistory(tx, { merchantId: merchant.id, kind, limit: MOST_CHANGES }),
  );
}

/** Products that begin with a text; none for less than two signs. */
export async function productsFound({ merchant }: Visit, text: string): Promise<readonly FoundProduct[]> {
  const asked = text.replaceAll("\0", "").trim().slice(0, 100);
  if ([...asked].length < 2) return [];
  return withTenant(context().db, merchant.id, (tx) =>
    findProducts(tx, { merchantId: merchant.id, text: asked, limit: MOST_FOUND }),
  );
}

/** The titles of these SKUs, by SKU. */
export async function titlesOf(
  { merchant }: Visit,
  skus: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const found = await withTenant(context().db, merchant.id, (tx) =>
    titlesOfSkus(tx, { merchantId: merchant.id, skus: [...new Set(skus)] }),
  );
  return Object.fromEntries(found.map(({ sku, title }) => [sku, title]));
}
