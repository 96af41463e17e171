import "server-only";
import { findPasswordHash } from "#db/queries/people.ts";
import { isAuthRefusal } from "#lib/auth/is-auth-refusal.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import { type FirstOwner, setUp } from "#lib/use-cases/access/set-up.ts";
import { context } from "./context.ts";
import { deskAuth } from "./desk-auth.ts";

/** What a browser is told to keep. */
type Cookies = readonly string[];
type Asked = { readonly headers: Headers };

/** Null where sign-in said no, for whatever reason. */
export function signInWithPassword(
  { headers }: Asked,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Cookies | null> {
  const body = { email, password };
  return unlessRefused(deskAuth().api.signInEmail({ body, headers, returnHeaders: true }).then(cookiesOf));
}

/** A link works once, and only where links can be mailed; null for one that is over. */
export function signInWithLink({ headers }: Asked, token: string): Promise<Cookies | null> {
  return unlessRefused(
    deskAuth().api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }).then(cookiesOf),
  );
}

/** Ends the session, here and in the database. */
export function endSession({ headers }: Asked): Promise<Cookies> {
  return deskAuth().api.signOut({ headers, returnHeaders: true }).then(cookiesOf);
}

/** Saves a password that was chosen with a link, and ends every session of the person; false for a link that is over. */
export async function saveNewPassword(token: string, newPassword: string): Promise<boolean> {
  const saved = await unlessRefused(deskAuth().api.resetPassword({ body: { token, newPassword } }));
  return saved !== null;
}

/**
 * Gives who is signed in another password, and ends all their sessions but this one, which goes on under a new cookie; null
 * where the present password is another.
 */
export function changeOwnPassword(
  { headers }: Asked,
  { present, chosen }: { readonly present: string; readonly chosen: string },
): Promise<Cookies | null> {
  const body = { currentPassword: present, newPassword: chosen, revokeOtherSessions: true };
  return unlessRefused(deskAuth().api.changePassword({ body, headers, returnHeaders: true }).then(cookiesOf));
}

/** Whether a person ever chose a password; a link lets them in without one. */
export async function hasPassword(userId: PersonId): Promise<boolean> {
  return (await findPasswordHash(context().db, { userId })) !== null;
}

/** In how many other browsers this person is signed in. */
export async function sessionsElsewhere({ headers }: Asked): Promise<number> {
  const all = await deskAuth().api.listSessions({ headers });
  return Math.max(0, all.length - 1);
}

/** Ends all sessions of who is signed in but this one. */
export async function endOtherSessions({ headers }: Asked): Promise<void> {
  await deskAuth().api.revokeOtherSessions({ headers });
}

/** `setUp` with this process's own hashing. */
export function setUpHere(owner: FirstOwner): Promise<void> {
  return setUp({ ...context(), hashPassword }, owner);
}

function cookiesOf({ headers }: { readonly headers: Headers }): readonly string[] {
  return headers.getSetCookie();
}

async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isAuthRefusal(error)) return null;
    throw error;
  }
}
