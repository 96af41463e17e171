import "server-only";
import { isAuthRefusal } from "#lib/auth/is-auth-refusal.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
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
