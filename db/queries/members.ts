import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { memberIndex, members, people, slugIndex } from "#db/schema/index.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import type { Role } from "#lib/kernel/role.ts";

export type Member = {
  readonly userId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: string;
};

type Membership = { readonly merchantId: MerchantId; readonly userId: PersonId };

/** A door: the merchant of this slug, if the person may enter it at all; else null. Uses both tables' keys. */
export async function merchantOfMember(
  db: Db,
  { slug, userId }: { readonly slug: string; readonly userId: PersonId },
): Promise<MerchantId | null> {
  const [row] = await db
    .select({ merchantId: memberIndex.merchantId })
    .from(slugIndex)
    .innerJoin(memberIndex, eq(memberIndex.merchantId, slugIndex.merchantId))
    .where(and(eq(slugIndex.slug, slug), eq(memberIndex.userId, userId)))
    .limit(1);
  return row?.merchantId ?? null;
}

/** A door: the shops that a person may enter, by slug, at most `limit`. Uses member_index' key. */
export function shopsOfMember(
  db: Db,
  { userId, limit }: { readonly userId: PersonId; readonly limit: number },
): Promise<readonly { readonly slug: string; readonly merchantId: MerchantId }[]> {
  return db
    .select({ slug: slugIndex.slug, merchantId: memberIndex.merchantId })
    .from(memberIndex)
    .innerJoin(slugIndex, eq(slugIndex.merchantId, memberIndex.merchantId))
    .where(eq(memberIndex.userId, userId))
    .orderBy(asc(slugIndex.slug))
    .limit(limit);
}

/** Whether anybody may enter any desk of this installation. */
export async function hasAnyMember(db: Db | Tx): Promise<boolean> {
  const [row] = await db.select({ userId: memberIndex.userId }).from(memberIndex).limit(1);
  return row !== undefined;
}

/** Until the end of the transaction nobody else sets this installation up. */
export async function lockSetUp(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`);
}

const SET_UP_LOCK = 7_401_227;

/** As what a person may work for the merchant; null for a stranger. Uses the primary key. */
export async function roleOf(tx: Tx, { merchantId, userId }: Membership): Promise<Role | null> {
  const [row] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)))
    .limit(1);
  return row?.role ?? null;
}

/** Everybody who may enter the merchant's desk, first come first; a shop has few. Uses the primary key. */
export function membersOf(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<readonly Member[]> {
  return tx
    .select({
      userId: members.userId,
      name: people.name,
      email: people.email,
      role: members.role,
      createdAt: members.createdAt,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(eq(members.merchantId, merchantId))
    .orderBy(asc(members.createdAt), asc(people.email));
}

/** Everybody's role, locked until the transaction ends: of two owners who take each other away, one comes second. */
export async function lockRoles(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<ReadonlyMap<PersonId, Role>> {
  const rows = await tx
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(eq(members.merchantId, merchantId))
    .orderBy(asc(members.userId))
    .for("update");
  return new Map(rows.map(({ userId, role }) => [userId, role]));
}

/** Adds a member and opens the door; false where the person is one already, whose role stays. */
export async function addMemberRow(tx: Tx, member: Membership & { readonly role: Role }): Promise<boolean> {
  const { merchantId, userId } = member;
  const added = await tx.insert(members).values(member).onConflictDoNothing().returning({ userId: members.userId });
  await tx.insert(memberIndex).values({ userId, merchantId }).onConflictDoNothing();
  return added.length > 0;
}

export async function setRoleRow(tx: Tx, { merchantId, userId, role }: Membership & { readonly role: Role }) {
  await tx
    .update(members)
    .set({ role })
    .where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)));
}

/** Takes a member away and closes the door. */
export async function removeMemberRow(tx: Tx, { merchantId, userId }: Membership): Promise<void> {
  await tx.delete(members).where(and(eq(members.merchantId, merchantId), eq(members.userId, userId)));
  await tx.delete(memberIndex).where(and(eq(memberIndex.userId, userId), eq(memberIndex.merchantId, merchantId)));
}
