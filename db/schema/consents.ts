import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, merchantId, tenantPolicy } from "./columns.ts";
import { shoppers } from "./shoppers.ts";

/** What a shopper agreed to or refused, when, and where they said so. Append-only: the newest row per channel and purpose counts. */
export const consents = pgTable(
  "consents",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    shopperId: uuid("shopper_id").notNull(),
    channel: text("channel", { enum: ["email", "sms", "push"] }).notNull(),
    purpose: text("purpose", { enum: ["status", "marketing"] }).notNull(),
    granted: boolean("granted").notNull(),
    source: text("source").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId, t.shopperId], foreignColumns: [shoppers.merchantId, shoppers.id] }).onDelete(
      "cascade",
    ),
    // Before each message: the newest word of a shopper on channel and purpose.
    uniqueIndex("consents_of_shopper").on(t.merchantId, t.shopperId, t.channel, t.purpose, t.recordedAt),
    check("consents_channel", sql`${t.channel} in ('email', 'sms', 'push')`),
    check("consents_purpose", sql`${t.purpose} in ('status', 'marketing')`),
    tenantPolicy(),
  ],
);
