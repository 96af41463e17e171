import type { Db } from "#db/client.ts";
import { findRules, type RulesKind } from "#db/queries/rules.ts";
import { rulesChange } from "#db/queries/rules-history.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { readableRules } from "./readable-rules.ts";
import { setRules } from "./set-rules.ts";

type Asked = {
  readonly merchantId: MerchantId;
  readonly kind: RulesKind;
  readonly version: number;
  readonly actor: string;
};

/**
 * Takes the change back that made a version, as long as that is still what holds: the rules before it are set anew. Throws
 * AppError `conflict` where others changed them since, `not_found` for a version that nobody knows of.
 */
export async function undoRules(deps: { readonly db: Db }, asked: Asked): Promise<{ readonly version: number }> {
  const { before } = await knownChange(deps, asked);
  return set(deps, asked, before, asked.version);
}

/** Sets the rules of an older version anew, in place of whatever holds. Throws AppError `not_found` and `conflict`. */
export async function restoreRules(deps: { readonly db: Db }, asked: Asked): Promise<{ readonly version: number }> {
  const { merchantId, kind } = asked;
  const { after } = await knownChange(deps, asked);
  const now = await withTenant(deps.db, merchantId, (tx) => findRules(tx, { merchantId, kind }));
  return set(deps, asked, after, now?.version ?? 0);
}

async function knownChange({ db }: { readonly db: Db }, asked: Asked) {
  const change = await withTenant(db, asked.merchantId, (tx) => rulesChange(tx, asked));
  if (change === null) throw new AppError("not_found", "Nothing is known of this version.");
  return change;
}

/** Rules of before may be of a version that this one cannot read: then what is shipped holds, as it did then. */
function set(deps: { readonly db: Db }, { merchantId, kind, actor }: Asked, rules: unknown, expected: number) {
  return setRules(deps, { merchantId, kind, actor, expected, rules: readableRules(kind, rules) });
}
