import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, updatedAt } from "./columns.ts";

/** One shop: the tenant. Its own id is the tenant id, hence a policy of its own. */
export const merchants = pgTable(
  "merchants",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    currency: text("currency").notNull(),
    zone: text("zone").notNull(),
    locale: text("locale").notNull().default("en"),
    storefrontUrl: text("storefront_url"),
    supportEmail: text("support_email"),
    sandbox: boolean("sandbox").notNull().default(false),
    /** Signs `/go` links; sealed with the server key, since a template language needs the secret itself. */
    linkSecret: jsonb("link_secret").notNull(),
    /** Whole weeks by which `--shift-to now` moved this merchant's files, so that later files move alike. */
    shiftWeeks: integer("shift_weeks"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("merchants_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,62}$'`),
    check("merchants_currency_form", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    pgPolicy("tenant", {
      for: "all",
      to: "public",
      using: sql`id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid`,
      withCheck: sql`id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid`,
    }),
  ],
);
