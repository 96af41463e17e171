import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/** The merchant's look, words and links; versioned. `tokens` is read through `lib/brand`'s shape only. */
export const brands = pgTable(
  "brands",
  {
    merchantId: merchantId(),
    version: integer("version").notNull(),
    state: text("state", { enum: ["draft", "published", "retired"] }).notNull(),
    tokens: jsonb("tokens").notNull(),
    createdAt: createdAt(),
    publishedAt: instant("published_at"),
    /** As in the audit: `cli`, or a member's user id. Null for what was published before this was kept. */
    publishedBy: text("published_by"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.version] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // Every page view: the one published brand of a merchant.
    uniqueIndex("brands_one_published").on(t.merchantId).where(sql`state = 'published'`),
    check("brands_state", sql`${t.state} in ('draft', 'published', 'retired')`),
    tenantPolicy(),
  ],
);
