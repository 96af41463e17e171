import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addMemberRow } from "#db/queries/members.ts";
import { ensurePerson, type Person } from "#db/queries/people.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { Role } from "#lib/kernel/role.ts";
import { emailFrom, nameFrom } from "./read-person.ts";

/** `isNew`: the person had never been here, so they have no password yet. `isAdded`: false where they were a member already. */
export type AddedMember = { readonly person: Person; readonly isNew: boolean; readonly isAdded: boolean };

/**
 * Lets a person enter a merchant's desk; somebody who is a member already keeps their role. Throws AppError `invalid` for
 * what cannot be an address.
 */
export async function addMember(
  { db }: { readonly db: Db },
  input: {
    readonly merchantId: MerchantId;
    readonly email: string;
    /** Empty: the first part of the address. */
    readonly name: string;
    readonly role: Role;
    readonly actor: string;
  },
): Promise<AddedMember> {
  const { merchantId, role, actor } = input;
  const email = emailFrom(input.email);
  return withTenant(db, merchantId, async (tx) => {
    const { isNew, ...person } = await ensurePerson(tx, { email, name: nameFrom(input.name, email) });
    const isAdded = await addMemberRow(tx, { merchantId, userId: person.id, role });
    if (isAdded)
      await recordAudit(tx, { merchantId, actor, action: "member.added", subject: person.id, after: { role } });
    return { person, isNew, isAdded };
  });
}
