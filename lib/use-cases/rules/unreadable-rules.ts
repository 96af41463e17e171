import type { Db } from "#db/client.ts";
import { findRules, RULES_KINDS, type RulesKind } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { rulesProblems } from "./rules-problems.ts";

/** Rules that are stored and hold no more, since this version cannot read them. */
export type UnreadableRules = {
  readonly kind: RulesKind;
  readonly version: number;
  readonly problems: readonly string[];
};

/** A merchant's rules that cannot be read any more: what is shipped with Porchlight holds in their place. */
export function unreadableRules(
  { db }: { readonly db: Db },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly UnreadableRules[]> {
  return withTenant(db, merchantId, async (tx) => {
    const found: UnreadableRules[] = [];
    for (const kind of RULES_KINDS) {
      const stored = await findRules(tx, { merchantId, kind });
      const problems = stored === null ? [] : rulesProblems(kind, stored.rules);
      if (stored !== null && problems.length > 0) found.push({ kind, version: stored.version, problems });
    }
    return found;
  });
}
