import { boolean, index, pgSchema, text, timestamp, unique } from "drizzle-orm/pg-core";

/*
 * Who may sign in to the desk. People are global: `members` ties them to merchants. The tables and names of columns are
 * better-auth's; it reads and writes times as `Date`, so these columns do.
 */
export const auth = pgSchema("auth");

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const createdAt = () => at("created_at").notNull().defaultNow();
const updatedAt = () => at("updated_at").notNull().defaultNow();
const userId = () =>
  text("user_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** A person. The address is in small letters: it is what people sign in with. */
export const people = auth.table("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** Where somebody is signed in. The token alone opens nothing: the cookie carries it with our signature. */
export const sessions = auth.table(
  "session",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    token: text("token").notNull().unique(),
    expiresAt: at("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // A person's sessions: ended together.
    index("session_by_user").on(t.userId),
    // Housekeeping: what has expired is forgotten.
    index("session_expired").on(t.expiresAt),
  ],
);

/** How a person proves who they are. We have passwords only (`credential`, scrypt); the other columns are better-auth's. */
export const credentials = auth.table(
  "account",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: at("access_token_expires_at"),
    refreshTokenExpiresAt: at("refresh_token_expires_at"),
    scope: text("scope"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // A person's proofs, one of each kind.
  (t) => [unique("account_once").on(t.userId, t.providerId, t.accountId)],
);

/** Links that were sent and not used yet; what they are looked up by is a hash. */
export const verifications = auth.table(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // A link that was followed.
    index("verification_by_identifier").on(t.identifier),
    // Housekeeping: what has expired is forgotten.
    index("verification_expired").on(t.expiresAt),
  ],
);
