import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { shopsOfMember } from "#db/queries/members.ts";
import { withTenant } from "#db/tenant.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import { MOST_SHOPS } from "./enter-desk.ts";

/** What people do with their own account. */
type PersonalAction = "person.password_changed" | "person.signed_out_elsewhere";

/** Writes into the audit of each shop that the account opens what its person did with it; never what was typed. */
export async function notePersonal(
  { db }: { readonly db: Db },
  { userId, action }: { readonly userId: PersonId; readonly action: PersonalAction },
): Promise<void> {
  for (const { merchantId } of await shopsOfMember(db, { userId, limit: MOST_SHOPS }))
    await withTenant(db, merchantId, (tx) => recordAudit(tx, { merchantId, actor: userId, action, subject: userId }));
}
