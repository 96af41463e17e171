import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { merchantId, tenantPolicy } from "./columns.ts";
import { consents } from "./consents.ts";

/**
 * How often a shopper wants to hear of each milestone over one channel. Hangs on the consent record that says so: the dials
 * of a channel are those of its newest consent. Append-only like the consents themselves.
 */
export const messageDials = pgTable(
  "message_dials",
  {
    merchantId: merchantId(),
    consentId: uuid("consent_id").notNull(),
    milestone: text("milestone").notNull(),
    /** `each`: at once, every time. `daily`: collected, once a day. `off`: not at all. */
    frequency: text("frequency", { enum: ["each", "daily", "off"] }).notNull(),
  },
  (t) => [
    // Before each message: the dials of a consent.
    primaryKey({ columns: [t.merchantId, t.consentId, t.milestone] }),
    foreignKey({ columns: [t.merchantId, t.consentId], foreignColumns: [consents.merchantId, consents.id] }).onDelete(
      "cascade",
    ),
    check("message_dials_frequency", sql`${t.frequency} in ('each', 'daily', 'off')`),
    check(
      "message_dials_milestone",
      sql`${t.milestone} in ('confirmed', 'shipped', 'in_transit', 'out_for_delivery', 'delivered', 'delayed', 'problem', 'pickup_ready', 'returned')`,
    ),
    tenantPolicy(),
  ],
);
