import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Db } from "#db/client.ts";
import { credentials, people, sessions, verifications } from "#db/schema/index.ts";
import { newId } from "#lib/kernel/ids.ts";
import { deskSecret, type KeyRing } from "#lib/runtime/key-ring.ts";
import { PASSWORD_LENGTH } from "#lib/use-cases/access/read-person.ts";

const DAY_S = 86_400;

/** A link that signs one person in; `locale` is the language of whoever asked for it. */
export type SignInLink = { readonly email: string; readonly token: string; readonly locale: string };

export type AuthDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  /** Where people reach the desk, without a slash at the end. */
  readonly publicUrl: string;
  /** Null without a mail server, and then there are no links to ask for. */
  readonly sendSignInLink: ((link: SignInLink) => Promise<void>) | null;
};

export type Auth = ReturnType<typeof createAuth>;

/**
 * Passwords, sessions and links of the desk's people. Only its functions are called: none of its own addresses are served,
 * so limits, `Origin` and what is answered are ours (docs/decisions/0025). Nobody signs up by themselves.
 */
export function createAuth({ db, keys, publicUrl, sendSignInLink }: AuthDeps) {
  return betterAuth({
    appName: "Porchlight",
    baseURL: publicUrl,
    secret: deskSecret(keys, "sessions").toString("base64url"),
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: people, session: sessions, account: credentials, verification: verifications },
      transaction: true,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
    },
    plugins:
      sendSignInLink === null
        ? []
        : [
            magicLink({
              disableSignUp: true,
              storeToken: "hashed",
              expiresIn: 15 * 60,
              sendMagicLink: ({ email, token, metadata }) =>
                sendSignInLink({ email, token, locale: String(metadata?.locale ?? "") }),
            }),
          ],
    // What is kept of a link cannot be followed.
    verification: { storeIdentifier: "hashed" },
    // Pages cannot lengthen a cookie while they are read, so a session has its time and ends.
    session: { expiresIn: 14 * DAY_S, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: "porchlight",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/admin" },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its lines name what was typed; what fails is thrown, and logged by who called.
    logger: { disabled: true },
  });
}
