import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { merchantId, tenantPolicy, updatedAt } from "./columns.ts";
import { merchants } from "./merchants.ts";

/**
 * What a merchant is changing about its look: one draft a shop, on which everybody there works together. It is kept as it was
 * typed, sound or not; what is wrong with it is told, and refused only when it is published.
 */
export const brandDrafts = pgTable(
  "brand_drafts",
  {
    merchantId: merchantId(),
    /** Raised by each change: who publishes what somebody else changed meanwhile is told so. */
    revision: integer("revision").notNull(),
    /** `discarded` is kept until the next draft begins, so that it can be taken back; `published` so that revisions go on rising. */
    state: text("state", { enum: ["open", "discarded", "published"] }).notNull(),
    tokens: jsonb("tokens").notNull(),
    /** The published version that it began from; null where there was none. */
    basedOn: integer("based_on"),
    /** Who changed which part last, and when: `{ "light/accent": { "by", "at" } }`. */
    touched: jsonb("touched").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    check("brand_drafts_state", sql`${t.state} in ('open', 'discarded', 'published')`),
    tenantPolicy(),
  ],
);
