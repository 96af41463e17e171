import type { Db } from "#db/client.ts";
import { noteTried } from "#db/queries/rule-drafts.ts";
import { withTenant } from "#db/tenant.ts";
import type { FormKey } from "#lib/use-cases/rules/forms/open-rule-form.ts";
import type { Tried } from "./try-rules.ts";

/** Keeps what came of trying beside what was typed, for as long as that stays as it is. */
export function keepTried({ db }: { readonly db: Db }, key: FormKey, tried: Tried): Promise<void> {
  return withTenant(db, key.merchantId, (tx) => noteTried(tx, key, tried));
}
