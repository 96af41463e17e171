import type { Db, Tx } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockRoles, removeMemberRow, setRoleRow } from "#db/queries/members.ts";
import { forgetPersonWithoutShop, lockPerson } from "#db/queries/people.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import type { Role } from "#lib/kernel/role.ts";

type Change = { readonly merchantId: MerchantId; readonly userId: PersonId; readonly actor: string };

/**
 * Gives a member another role. Throws AppError `not_found` where the person is no member, `conflict` where the shop would
 * have no owner left.
 */
export async function setMemberRole(
  { db }: { readonly db: Db },
  input: Change & { readonly role: Role },
): Promise<void> {
  const { merchantId, userId, actor, role } = input;
  await withTenant(db, merchantId, async (tx) => {
    const before = await roleThatMayGo(tx, input, role === "owner");
    if (before === role) return;
    await setRoleRow(tx, { merchantId, userId, role });
    const change = { before: { role: before }, after: { role } };
    await recordAudit(tx, { merchantId, actor, action: "member.role_changed", subject: userId, ...change });
  });
}

/**
 * Takes a member away, at once: whatever they have open is refused from then on. Who may enter no other desk is forgotten.
 * Throws AppError `not_found` where the person is no member, `conflict` where they are the last owner.
 */
export async function removeMember({ db }: { readonly db: Db }, input: Change): Promise<void> {
  const { merchantId, userId, actor } = input;
  await withTenant(db, merchantId, async (tx) => {
    await lockPerson(tx, { userId });
    const role = await roleThatMayGo(tx, input, false);
    await removeMemberRow(tx, { merchantId, userId });
    await forgetPersonWithoutShop(tx, { userId });
    await recordAudit(tx, { merchantId, actor, action: "member.removed", subject: userId, before: { role } });
  });
}

async function roleThatMayGo(tx: Tx, { merchantId, userId }: Change, staysOwner: boolean): Promise<Role> {
  const roles = await lockRoles(tx, { merchantId });
  const role = roles.get(userId);
  if (role === undefined) throw new AppError("not_found", "This person is not a member of the shop.");
  const owners = [...roles.values()].filter((each) => each === "owner");
  if (role === "owner" && !staysOwner && owners.length === 1)
    throw new AppError("conflict", "A shop keeps at least one owner: make somebody else an owner first.");
  return role;
}
