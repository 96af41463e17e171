import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { credentials, memberIndex, people, sessions, verifications } from "#db/schema/index.ts";
import { newId, type PersonId } from "#lib/kernel/ids.ts";

/** Somebody who may sign in. People belong to no merchant: these queries take none. */
export type Person = { readonly id: PersonId; readonly name: string; readonly email: string };

const COLUMNS = { id: people.id, name: people.name, email: people.email };
const PASSWORD = "credential";

/** The person with this address, in small letters; null for nobody. Uses the address's own key. */
export async function findPerson(db: Db | Tx, { email }: { readonly email: string }): Promise<Person | null> {
  const [row] = await db.select(COLUMNS).from(people).where(eq(people.email, email)).limit(1);
  return row ?? null;
}

/**
 * The person with this address, added where there is none, and locked, so that nobody takes them away meanwhile. Whoever
 * adds people vouches for the address, and its links go nowhere else.
 */
export async function ensurePerson(
  tx: Tx,
  { name, email }: Omit<Person, "id">,
): Promise<Person & { readonly isNew: boolean }> {
  const added = await tx
    .insert(people)
    .values({ id: newId(), name, email, emailVerified: true })
    .onConflictDoNothing({ target: people.email })
    .returning(COLUMNS);
  const [present] = await tx.select(COLUMNS).from(people).where(eq(people.email, email)).limit(1).for("update");
  if (present === undefined) throw new Error("A person went away while being added; try again");
  return { ...present, isNew: added.length > 0 };
}

/** The hash of a person's password; null where they have none yet. Uses `account_once`. */
export async function findPasswordHash(db: Db | Tx, { userId }: { readonly userId: PersonId }): Promise<string | null> {
  const [row] = await db
    .select({ password: credentials.password })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), eq(credentials.providerId, PASSWORD)))
    .limit(1);
  return row?.password ?? null;
}

/** Gives a person a password, by its hash; one that they had is replaced. Uses `account_once`. */
export async function savePasswordHash(
  tx: Tx | Db,
  { userId, hash }: { readonly userId: PersonId; readonly hash: string },
): Promise<void> {
  await tx
    .insert(credentials)
    .values({ id: newId(), userId, accountId: userId, providerId: PASSWORD, password: hash })
    .onConflictDoUpdate({
      target: [credentials.userId, credentials.providerId, credentials.accountId],
      set: { password: hash, updatedAt: sql`now()` },
    });
}

/** Forgets a person who may enter no desk any more, sessions and password included. The caller holds their lock. */
export async function forgetPersonWithoutShop(tx: Tx, { userId }: { readonly userId: PersonId }): Promise<void> {
  await tx
    .delete(people)
    .where(
      and(
        eq(people.id, userId),
        sql`not exists (select 1 from ${memberIndex} where ${memberIndex.userId} = ${people.id})`,
      ),
    );
}

/** Locks a person, so that adding to and taking from a shop wait for each other. Uses the primary key. */
export async function lockPerson(tx: Tx, { userId }: { readonly userId: PersonId }): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, userId)).for("update");
}

/** Forgets sessions and links that have expired, all merchants' people together; returns how many. Uses `session_expired` and `verification_expired`. */
export async function deleteExpiredSignIns(db: Db): Promise<number> {
  const ended = await db.delete(sessions).where(sql`${sessions.expiresAt} < now()`);
  const unused = await db.delete(verifications).where(sql`${verifications.expiresAt} < now()`);
  return ended.count + unused.count;
}
